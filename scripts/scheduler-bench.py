"""One measurement of asyncio: WORK N prints nanoseconds for each unit."""

import asyncio
import sys
import time


async def turns(n):
    for _ in range(n):
        await asyncio.sleep(0)


async def spawn(n):
    await asyncio.gather(*(turns(1) for _ in range(n)))


async def produce(queue, n):
    for i in range(n):
        await queue.put(i)


async def messages(n):
    queue = asyncio.Queue(1)
    task = asyncio.create_task(produce(queue, n))
    for _ in range(n):
        await queue.get()
    await task


work, n = sys.argv[1], int(sys.argv[2])
main = {"switch": turns, "spawn": spawn, "queue": messages}[work]
start = time.perf_counter()
asyncio.run(main(n))
print((time.perf_counter() - start) * 1e9 / n)
