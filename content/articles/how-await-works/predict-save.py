import asyncio

async def save(row):
    print(f"save {row}")

async def main():
    task = asyncio.create_task(save("by task"))
    print("task made")
    await save("by await")
    print("row awaited")
    await task
