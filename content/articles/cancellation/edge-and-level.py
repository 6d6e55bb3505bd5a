import asyncio

async def upload(name):
    try:
        for attempt in (1, 2):
            try:
                await asyncio.sleep(2)
                print(f"{name}: stored")
                return
            except:
                print(f"{name}: failed")
    finally:
        await asyncio.sleep(1)
        print(f"{name}: closed")

async def cancel_level(task):
    while not task.done():
        task.cancel()
        await asyncio.sleep(0)

async def main():
    edge = asyncio.create_task(upload("edge"))
    level = asyncio.create_task(upload("level"))
    await asyncio.sleep(1)
    edge.cancel()
    await cancel_level(level)
    await edge
