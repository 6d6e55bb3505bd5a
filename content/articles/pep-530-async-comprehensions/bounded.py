import asyncio

open_requests = 0

async def price(item):
    global open_requests
    if open_requests == 2:
        raise OSError("too many requests")
    open_requests += 1
    await asyncio.sleep(2)
    open_requests -= 1
    return f"{item} 20"

async def limited(limit, item):
    async with limit:
        return await price(item)

async def main():
    cart = ["tea", "rice", "salt"]
    answers = await asyncio.gather(
        *[price(item) for item in cart],
        return_exceptions=True)
    print("all at once:", *answers)
    limit = asyncio.Semaphore(2)
    answers = await asyncio.gather(
        *[limited(limit, item) for item in cart])
    print("two at a time:", *answers)
