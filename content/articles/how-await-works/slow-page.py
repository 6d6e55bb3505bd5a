import asyncio

async def fetch(name, seconds):
    print(f"ask for {name}")
    await asyncio.sleep(seconds)
    return name

async def main():
    user = fetch("user", 2)
    orders = fetch("orders", 3)
    print("both are called")
    print(await user)
    print(await orders)
