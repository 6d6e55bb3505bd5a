import asyncio


async def main():
    print("kept for reference, never called")


async def better():
    print("called")


asyncio.run(better())
