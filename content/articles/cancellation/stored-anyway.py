import asyncio

async def send(name):
    await asyncio.sleep(2)
    print(f"{name} is stored")

async def upload(name):
    for attempt in (1, 2, 3):
        try:
            print(f"attempt {attempt}")
            await send(name)
            return
        except:
            print("failed, trying again")

async def main():
    task = asyncio.create_task(upload("photo"))
    await asyncio.sleep(1)
    print("the user presses Cancel")
    task.cancel()
    await task
