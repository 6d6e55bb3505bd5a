import asyncio

async def save():
    await asyncio.sleep(1)
    print("save fails")
    raise OSError("disk is full")

async def main():
    saving = asyncio.create_task(save())
    print("main answers the client")
    await asyncio.sleep(10)
    state = "done" if saving.done() else "not done"
    print(f"main: saving is {state}")
    print("main ends as if all were well")
