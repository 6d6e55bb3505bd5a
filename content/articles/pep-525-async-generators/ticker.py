import asyncio

# region ticker
async def ticker(delay, to):
    for tick in range(to):
        yield tick
        await asyncio.sleep(delay)
# endregion

async def watch(name, delay, to):
    async for tick in ticker(delay, to):
        print(f"{name} {tick}")
    print(f"{name} ends")

async def main():
    await asyncio.gather(watch("slow", 5, 2), watch("fast", 2, 3))
