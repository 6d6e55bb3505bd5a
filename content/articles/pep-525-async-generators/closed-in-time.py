import asyncio
from contextlib import aclosing

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
    async with aclosing(rows()) as source:
        async for row in source:
            print(f"row {row}")
            break
    print(f"main finds it {state}")
