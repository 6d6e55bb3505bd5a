import asyncio

async def baker(bread, empty):
    for loaf in ("rye", "oat"):
        print(f"baker: {loaf} on the shelf")
        bread.set()
        print("baker: bell rung")
        await empty.wait()
        empty.clear()

async def seller(bread, empty):
    for loaf in ("rye", "oat"):
        await bread.wait()
        bread.clear()
        print(f"seller: {loaf} sold")
        empty.set()

async def main():
    bread, empty = asyncio.Event(), asyncio.Event()
    await asyncio.gather(baker(bread, empty), seller(bread, empty))
