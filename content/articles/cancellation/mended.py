import asyncio

saving = set()

async def send(name):
    await asyncio.sleep(2)

async def save(name):
    await asyncio.sleep(2)
    print(f"{name} is stored")

async def upload(name):
    for attempt in (1, 2, 3):
        try:
            await send(name)
            break
        except OSError:
            print("failed, trying again")
    task = asyncio.create_task(save(name))
    saving.add(task)
    task.add_done_callback(saving.discard)
    await asyncio.shield(task)

async def main():
    task = asyncio.create_task(upload("photo"))
    await asyncio.sleep(3)
    print("the user presses Cancel")
    task.cancel()
    await asyncio.wait([task, *saving])
