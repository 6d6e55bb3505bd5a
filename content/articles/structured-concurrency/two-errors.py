import asyncio

async def save(place):
    await asyncio.sleep(1)
    if place == "cache":
        raise OSError("no connection")
    if place == "index":
        raise ValueError("no such field")

async def save_all():
    async with asyncio.TaskGroup() as group:
        group.create_task(save("cache"))
        group.create_task(save("index"))

async def save_or_skip():
    try:
        await save_all()
    except OSError:
        print("1: except OSError")

async def main():
    try:
        await save_or_skip()
    except* OSError:
        print("2: except* OSError")
    except* ValueError:
        print("3: except* ValueError")
