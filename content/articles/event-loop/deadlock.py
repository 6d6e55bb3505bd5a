import asyncio

async def transfer(name, source, target):
    async with source:
        print(f"{name} has locked its source")
        await asyncio.sleep(1)
        async with target:
            print(f"{name} has locked its target")

async def main():
    savings, wages = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(transfer("deposit", wages, savings), transfer("refund", savings, wages))
