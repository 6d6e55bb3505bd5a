import asyncio

async def ticks():
    await asyncio.sleep(1)
    yield 1

async def reader(name, source):
    try:
        print(f"{name} has tick {await anext(source)}")
    except RuntimeError:
        print(f"{name} is refused")

async def main():
    source = ticks()
    await asyncio.gather(reader("Ada", source), reader("Grace", source))
    async for _ in source:
        pass
