"""One measurement of asyncio: WORK N prints nanoseconds for each unit."""

import asyncio
import random
import sys
import time

DEPTH = 10


async def turns(n):
    for _ in range(n):
        await asyncio.sleep(0)


async def nested(n, depth=DEPTH):
    await (turns(n) if depth == 0 else nested(n, depth - 1))


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


async def timers(n):
    rng = random.Random(1)
    await asyncio.gather(*(asyncio.sleep(rng.random() / 100) for _ in range(n)))


works = {"switch": turns, "deep": nested, "spawn": spawn, "queue": messages, "timer": timers}
work, n = sys.argv[1], int(sys.argv[2])
start = time.thread_time()
asyncio.run(works[work](n))
print((time.thread_time() - start) * 1e9 / n)
