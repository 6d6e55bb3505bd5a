import asyncio

async def save():
    await asyncio.sleep(1)
    print("save fails")
    raise OSError("disk is full")

async def main():
    saving = asyncio.create_task(save())
    await asyncio.sleep(10)
    print("main finds the task done" if saving.done() else "main finds the task running")
    print("main ends as if all were well")
