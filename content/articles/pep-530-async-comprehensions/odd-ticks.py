import asyncio

async def ticks():
    for i in range(4):
        await asyncio.sleep(1)
        yield i

async def other():
    await asyncio.sleep(2.5)
    print("other has a turn")

async def main():
    task = asyncio.create_task(other())
    odd = [i async for i in ticks() if i % 2]
    print("odd ticks:", *odd)
    await task
