import asyncio

async def reserve(attempt):
    await asyncio.sleep(1)
    if attempt == 1:
        raise OSError("warehouse is busy")
    print(f"attempt {attempt}: reserved")

async def charge(attempt):
    await asyncio.sleep(3)
    print(f"attempt {attempt}: card charged")

async def main():
    for attempt in (1, 2):
        try:
            await asyncio.gather(
                reserve(attempt), charge(attempt))
            print("order is complete")
            return
        except OSError:
            print(f"attempt {attempt}: failed")
