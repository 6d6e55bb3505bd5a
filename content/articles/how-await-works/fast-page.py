import asyncio

async def fetch(name, seconds):
    print(f"ask for {name}")
    await asyncio.sleep(seconds)
    return name

async def main():
    user = asyncio.create_task(fetch("user", 2))
    orders = asyncio.create_task(fetch("orders", 3))
    print("both are tasks")
    print(await user)
    print(await orders)
