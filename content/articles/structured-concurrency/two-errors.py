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

async def main():
    try:
        await save_all()
    except OSError:
        print("1: except OSError")
    except Exception as group:
        print(f"2: {len(group.exceptions)} errors")
    try:
        await save_all()
    except* OSError:
        print("3: except* OSError")
    except* ValueError:
        print("4: except* ValueError")
