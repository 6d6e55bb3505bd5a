import asyncio
import time


def blocking(loop, queue):
    for n in range(3):
        time.sleep(1)
        loop.call_soon_threadsafe(queue.put_nowait, n)
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def main():
    queue = asyncio.Queue()
    loop = asyncio.get_running_loop()
    thread = loop.run_in_executor(None, blocking, loop, queue)
    begun = loop.time()
    while (item := await queue.get()) is not None:
        print(item, "at", round(loop.time() - begun))
    await thread


asyncio.run(main())
