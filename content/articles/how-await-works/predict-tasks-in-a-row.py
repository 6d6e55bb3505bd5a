import asyncio

async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} has arrived")
    return name

async def main():
    for name, seconds in (("user", 2), ("orders", 1)):
        task = asyncio.create_task(fetch(name, seconds))
        print(f"main has {await task}")
