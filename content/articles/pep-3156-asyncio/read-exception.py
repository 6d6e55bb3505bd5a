import asyncio

async def save():
    await asyncio.sleep(1)
    print("save fails")
    raise OSError("disk is full")

async def answer():
    print("answer: the client hears 200")
    await asyncio.sleep(10)
    print("answer: the connection is closed")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(save())
            group.create_task(answer())
    except* OSError as errors:
        for error in errors.exceptions:
            print(f"main hears: {error}")
