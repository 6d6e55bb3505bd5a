import asyncio

class OutOfStock(Exception):
    pass

async def reserve(item, seconds):
    try:
        await asyncio.sleep(seconds)
        if item == "desk":
            raise OutOfStock(item)
        print(f"{item} reserved")
    finally:
        print(f"{item}: left the warehouse")

async def reserve_all():
    async with asyncio.TaskGroup() as group:
        group.create_task(reserve("lamp", 1), name="lamp")
        group.create_task(reserve("desk", 2), name="desk")
        group.create_task(reserve("chair", 3), name="chair")

async def main():
    try:
        await reserve_all()
    except* OutOfStock as failed:
        print("not in stock:", *failed.exceptions)

asyncio.run(main())
