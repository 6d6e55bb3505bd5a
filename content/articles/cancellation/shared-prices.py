import asyncio

async def load():
    await asyncio.sleep(2)
    return "prices"

async def page(reader, prices, limit):
    try:
        found = await asyncio.wait_for(prices, limit)
        print(f"{reader} sees {found}")
    except TimeoutError:
        print(f"{reader} has no time")
    except asyncio.CancelledError:
        print(f"{reader} is canceled")
        raise

async def main():
    prices = asyncio.create_task(load())
    ada = asyncio.create_task(page("Ada", prices, 1))
    grace = asyncio.create_task(page("Grace", prices, 5))
    await asyncio.wait([ada, grace])
