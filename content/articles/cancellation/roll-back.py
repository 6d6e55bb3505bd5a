import asyncio

async def transfer():
    try:
        await asyncio.sleep(10)
    finally:
        print("rolling back")
        await asyncio.sleep(2)
        print("rolled back")

async def main():
    task = asyncio.create_task(transfer())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("the transfer has ended")
