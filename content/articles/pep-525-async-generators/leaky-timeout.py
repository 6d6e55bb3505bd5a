import asyncio
from contextlib import aclosing

async def leaky():
    for order in ("A1", "A2"):
        async with asyncio.timeout(2):
            await asyncio.sleep(1)
            yield order

async def tight():
    for order in ("A1", "A2"):
        async with asyncio.timeout(2):
            await asyncio.sleep(1)
        yield order

async def export_from(make):
    name = make.__name__
    try:
        async with aclosing(make()) as source:
            async for order in source:
                await asyncio.sleep(3)
                print(f"{name}: {order} is saved")
    except asyncio.CancelledError:
        print(f"{name}: the export is canceled")

async def main():
    await asyncio.gather(export_from(leaky), export_from(tight))
