import asyncio, time

def count_rows():
    time.sleep(2)
    return 512

async def beat():
    for number in (1, 2, 3, 4):
        print(f"beat {number}")
        await asyncio.sleep(1)

async def main():
    beating = asyncio.create_task(beat())
    await asyncio.sleep(1.5)
    rows = await asyncio.to_thread(count_rows)
    print(f"{rows} rows")
    await beating
