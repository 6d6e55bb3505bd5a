import heapq, itertools
from collections import deque
from types import coroutine

ready, timers = deque(), []
order, now = itertools.count(), 0

def call_later(delay, callback):
    entry = (now + delay, next(order), callback)
    heapq.heappush(timers, entry)

def run_once():
    global now
    if not ready:
        now = timers[0][0]
    while timers and timers[0][0] <= now:
        ready.append(heapq.heappop(timers)[2])
    for _ in range(len(ready)):
        callback = ready.popleft()
        callback()

# region step
@coroutine
def sleep(delay):
    yield delay

def start(coro):
    def step():
        try:
            delay = coro.send(None)
        except StopIteration:
            return
        call_later(delay, step)
    ready.append(step)
# endregion

async def upload(name, delay):
    print(f"{now} s: {name} is sent")
    await sleep(delay)
    print(f"{now} s: {name} is stored")

def main():
    start(upload("photo", 5))
    start(upload("note", 2))
    while ready or timers:
        run_once()
