import asyncio

async def price(amount):
    return await asyncio.sleep(1, amount)

async def main():
    amounts = [20, 30]
    prices = [await price(a) for a in amounts]
    print(f"sum: {sum(prices)}")
    try:
        lazy = (await price(a) for a in amounts)
        print(f"sum: {sum(lazy)}")
    except TypeError:
        print("cannot be iterated")
