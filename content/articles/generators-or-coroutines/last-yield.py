import asyncio
from types import coroutine

def stock(item):
    # yield from asyncio.sleep(1)
    return 3

async def native_stock(item):
    # await asyncio.sleep(1)
    return 3

@coroutine
def old_shop():
    yield from asyncio.sleep(2)
    print("old shop: card charged")
    left = yield from stock("tea")
    print(f"old shop: {left} left")

async def new_shop():
    await asyncio.sleep(2)
    print("new shop: card charged")
    left = await native_stock("tea")
    print(f"new shop: {left} left")

async def main():
    try:
        await asyncio.gather(new_shop(), old_shop())
    except TypeError:
        print("a shop has failed")
