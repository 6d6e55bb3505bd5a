import asyncio

async def reserve(attempt):
    await asyncio.sleep(1)
    if attempt == 1:
        raise OSError("warehouse is busy")
    print(f"attempt {attempt}: reserved")

async def charge(attempt):
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        print(f"attempt {attempt}: payment revoked")
        raise
    print(f"attempt {attempt}: card charged")

async def check_out(attempt):
    async with asyncio.TaskGroup() as group:
        group.create_task(reserve(attempt))
        group.create_task(charge(attempt))

async def main():
    for attempt in (1, 2):
        try:
            await check_out(attempt)
            print("order is complete")
            return
        except* OSError:
            print(f"attempt {attempt}: failed")
