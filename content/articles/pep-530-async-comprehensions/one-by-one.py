import asyncio

seconds = {"tea": 4, "rice": 2}

async def price(item):
    await asyncio.sleep(seconds[item])
    return f"{item} {seconds[item] * 10}"

async def main():
    cart = ["tea", "rice"]
    one_by_one = [await price(item) for item in cart]
    print("comprehension:", *one_by_one)
    both = await asyncio.gather(*map(price, cart))
    print("gather:", *both)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(price(item))
                 for item in cart]
    results = [task.result() for task in tasks]
    print("group:", *results)
