import asyncio

async def upload(name, seconds):
    await asyncio.sleep(seconds)
    if name == "orders":
        raise OSError("disk is full")
    print(f"{name} uploaded")

async def main():
    try:
        await asyncio.gather(
            upload("orders", 1), upload("users", 3))
    except OSError:
        print("gather: failed, nothing is running")
    await asyncio.sleep(4)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(upload("orders", 1))
            group.create_task(upload("users", 3))
    except* OSError:
        print("group: failed, nothing is running")
    await asyncio.sleep(4)
