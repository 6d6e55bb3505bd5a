import asyncio
import time


async def heartbeat():
    while True:
        await asyncio.sleep(1)
        print("beat")


def work(seconds):
    print("thread begins")
    time.sleep(seconds)
    print("thread ends")
    return seconds


async def main():
    beats = asyncio.create_task(heartbeat())
    print(await asyncio.to_thread(work, 2.5))
    beats.cancel()
    time.sleep(2)
    print("blocked the loop")


asyncio.run(main())
