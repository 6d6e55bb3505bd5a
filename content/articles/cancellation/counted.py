import asyncio

async def fetch(name):
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(2):
            try:
                await asyncio.sleep(3)
            finally:
                print(f"{name}: {task.cancelling()} asked")
    except TimeoutError:
        print(f"{name}: too slow, {task.cancelling()} left")
    except asyncio.CancelledError:
        print(f"{name}: canceled, {task.cancelling()} left")
        raise

async def main():
    slow = asyncio.create_task(fetch("slow"))
    closed = asyncio.create_task(fetch("closed"))
    await asyncio.sleep(2)
    closed.cancel()
    await asyncio.wait([slow, closed])
