import asyncio

async def think(seconds):
    print(f"think({seconds}) begins")
    await asyncio.sleep(seconds)
    print(f"think({seconds}) is done")

async def main():
    await asyncio.gather(think(5), think(2))
