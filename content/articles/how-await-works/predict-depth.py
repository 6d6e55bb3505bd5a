import asyncio

async def deep(level):
    if level > 0:
        await deep(level - 1)
    else:
        await asyncio.sleep(0)

async def page(name, level):
    await deep(level)
    print(f"{name} is done")

async def main():
    await asyncio.gather(page("deep", 3), page("flat", 0))
