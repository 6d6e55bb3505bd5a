import asyncio

async def load(rows):
    for number in (1, 2, 3):
        print(f"load: row {number}")
        await rows.put(number)

async def check(rows):
    for _ in range(3):
        number = await rows.get()
        print(f"check: row {number}")

async def main():
    for size in (0, 1):
        print(f"a queue with maxsize {size}")
        rows = asyncio.Queue(size)
        await asyncio.gather(load(rows), check(rows))
