import asyncio

async def in_stock(item):
    await asyncio.sleep(1)
    return item != "ink"

async def order(item):
    answer = in_stock(item)
    if answer:
        print(f"order: {item} shipped")

async def checked_order(item):
    answer = await in_stock(item)
    if not answer:
        print(f"checked order: {item} is sold out")

async def main():
    await asyncio.gather(
        order("ink"), checked_order("ink"),
    )
