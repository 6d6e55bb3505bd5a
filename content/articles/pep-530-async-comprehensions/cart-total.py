import asyncio

prices = {"tea": 20, "rice": 30}

async def price(item):
    await asyncio.sleep(1)
    return prices[item]

async def main():
    cart = ["tea", "rice"]
    try:
        print(sum(await price(item) for item in cart))
    except TypeError:
        print("TypeError: nothing to add up")
    print(sum([await price(item) for item in cart]))
