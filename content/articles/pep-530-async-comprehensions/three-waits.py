import asyncio

async def read_cart():
    for item in ("tea", "rum", "rice"):
        await asyncio.sleep(1)
        print(f"cart: {item}")
        yield item

async def in_stock(item):
    await asyncio.sleep(2)
    return item != "rum"

async def price(item):
    await asyncio.sleep(4)
    return f"{item} 20"

async def main():
    found = [await price(item)
             async for item in read_cart()
             if await in_stock(item)]
    print("found:", *found)
