import asyncio, time

async def beat():
    for _ in range(4):
        print(f"beat at {asyncio.get_running_loop().time():.1f} s")
        await asyncio.sleep(1)

async def main():
    beating = asyncio.create_task(beat())
    await asyncio.sleep(1.5)
    time.sleep(2)
    await beating
