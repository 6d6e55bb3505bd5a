import asyncio

async def price(item):
    await asyncio.sleep(1)
    if item == "rum":
        raise LookupError("rum is not sold")
    return f"{item} 20"

async def price_or_reason(item):
    try:
        return await price(item)
    except LookupError as error:
        return f"({error})"

async def main():
    cart = ["tea", "rum", "rice"]
    found = ["nothing"]
    try:
        found = [await price(item) for item in cart]
    except LookupError as error:
        print(f"main hears: {error}")
    print("found:", *found)
    found = [await price_or_reason(item) for item in cart]
    print("found:", *found)
