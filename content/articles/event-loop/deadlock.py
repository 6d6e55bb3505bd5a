import asyncio

async def transfer(name, source, target):
    async with source:
        print(f"{name} has its first account")
        await asyncio.sleep(1)
        async with target:
            print(f"{name} has both")

async def main():
    wages, savings = asyncio.Lock(), asyncio.Lock()
    deposit = asyncio.create_task(
        transfer("deposit", wages, savings), name="deposit",
    )
    refund = asyncio.create_task(
        transfer("refund", savings, wages), name="refund",
    )
    await deposit
    await refund
