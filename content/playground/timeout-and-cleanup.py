import asyncio

async def download(name):
    print(f"{name}: connected")
    try:
        await asyncio.sleep(30)
        print(f"{name}: complete")
    finally:
        await asyncio.sleep(1)
        print(f"{name}: connection closed")

async def main():
    try:
        async with asyncio.timeout(5):
            await download("report")
    except TimeoutError:
        print("gave up waiting")

asyncio.run(main())
