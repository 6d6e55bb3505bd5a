import asyncio

total = 0

async def price(amount):
    await asyncio.sleep(1)
    return amount

async def add_inside(amount):
    global total
    total += await price(amount)

async def add_after(amount):
    global total
    paid = await price(amount)
    total += paid

async def main():
    global total
    await asyncio.gather(add_inside(10), add_inside(20))
    print(f"await inside the addition: {total}")
    total = 0
    await asyncio.gather(add_after(10), add_after(20))
    print(f"await before the addition: {total}")
