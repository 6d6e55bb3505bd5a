import asyncio, time

def count_rows():
    time.sleep(2)

async def beat():
    for number in (1, 2, 3, 4):
        print(f"beat {number}")
        await asyncio.sleep(1)

async def main():
    beating = asyncio.create_task(beat())
    await asyncio.sleep(1.5)
    count_rows()
    await beating
