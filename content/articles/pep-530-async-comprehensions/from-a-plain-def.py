import asyncio

prices = {"tea": 20, "rice": 30}

async def price(item):
    await asyncio.sleep(1)
    return prices[item]

def prices_of(cart):
    return (await price(item) for item in cart)

async def main():
    cart = ["tea"]
    asked = prices_of(cart)
    print("main has the prices")
    cart.append("rice")
    async for amount in asked:
        print(amount)
