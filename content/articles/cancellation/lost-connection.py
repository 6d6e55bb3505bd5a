import asyncio

free = ["A", "B"]

async def handle(connection):
    try:
        await asyncio.sleep(2)
    finally:
        free.append(connection)

async def main():
    task = asyncio.create_task(handle(free.pop()))
    task.cancel()
    await asyncio.wait([task])
    print(f"free connections: {len(free)} of 2")
