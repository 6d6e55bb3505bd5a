import asyncio

async def write(name, lock, seconds):
    try:
        await asyncio.wait_for(lock.acquire(), 2)
        print(f"{name} writes")
        await asyncio.sleep(seconds)
        print(f"{name} is done")
    finally:
        lock.release()

async def main():
    lock = asyncio.Lock()
    ada = asyncio.create_task(write("Ada", lock, 4))
    grace = asyncio.create_task(write("Grace", lock, 1))
    await asyncio.sleep(1)
    alan = asyncio.create_task(write("Alan", lock, 1))
    await asyncio.gather(
        ada, grace, alan, return_exceptions=True)
