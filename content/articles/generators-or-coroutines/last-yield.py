import asyncio
from types import coroutine

def stock(item):
    # yield from asyncio.sleep(1)
    return 3

async def new_stock(item):
    # await asyncio.sleep(1)
    return 3

@coroutine
def order(item):
    yield from asyncio.sleep(2)
    print("order: card charged")
    left = yield from stock(item)
    print(f"order: shipped, {left} were left")

async def new_order(item):
    await asyncio.sleep(2)
    print("new order: card charged")
    left = await new_stock(item)
    print(f"new order: shipped, {left} were left")

async def main():
    await asyncio.gather(
        order("tea"), new_order("tea"),
        return_exceptions=True,
    )
