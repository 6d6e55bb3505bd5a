import asyncio
import time


def slow():
    time.sleep(3)
    print("the thread went on")
    return "late"


async def main():
    try:
        await asyncio.wait_for(asyncio.to_thread(slow), timeout=1)
    except TimeoutError:
        print("timed out")
    print("main is over")


asyncio.run(main())
print("run is over")
