import asyncio

async def read_all():
    orders = []
    for page in (1, 2, 3):
        await asyncio.sleep(2)
        orders.append(f"order {page}")
    return orders

async def read_each():
    for page in (1, 2, 3):
        await asyncio.sleep(2)
        yield f"order {page}"

async def export_all():
    for order in await read_all():
        print(f"all: {order}")

async def export_each():
    async for order in read_each():
        print(f"each: {order}")

async def main():
    await asyncio.gather(export_all(), export_each())
