import asyncio

async def read_each():
    for number in (1, 2, 3, 4):
        await asyncio.sleep(1)
        yield number

async def heartbeat():
    await asyncio.sleep(2.5)
    print("heartbeat")

async def main():
    task = asyncio.create_task(heartbeat())
    paid = [n async for n in read_each() if n % 2 == 0]
    print(f"paid: {paid[0]} and {paid[1]}")
    await task
