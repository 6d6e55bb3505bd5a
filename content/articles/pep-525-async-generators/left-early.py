import asyncio

state = "free"

async def rows():
    global state
    state = "busy"
    try:
        for row in (1, 2, 3):
            yield row
    finally:
        await asyncio.sleep(1)
        state = "free"
        task = asyncio.current_task()
        print(f"free, says {task.get_name()}")

async def main():
    async for row in rows():
        print(f"row {row}")
        break
    print(f"main finds it {state}")
    await asyncio.sleep(2)
    print(f"main finds it {state}")
