import heapq, itertools
from collections import deque

ready, timers = deque(), []
order, now = itertools.count(), 0

# region future
class Future:
    def __init__(self):
        self.done, self.result = False, None
        self.waiting = []
    def set_result(self, value):
        self.done, self.result = True, value
        ready.extend(self.waiting)
    def __await__(self):
        if not self.done:
            yield self
        return self.result
# endregion

def sleep(seconds):
    alarm = Future()
    entry = (now + seconds, next(order), alarm)
    heapq.heappush(timers, entry)
    return alarm

# region start
def start(coro):
    finished = Future()
    def step():
        try:
            future = coro.send(None)
        except StopIteration as end:
            finished.set_result(end.value)
        else:
            future.waiting.append(step)
    ready.append(step)
    return finished
# endregion

def run_once():
    global now
    if not ready:
        now, _, alarm = heapq.heappop(timers)
        alarm.set_result(None)
    for _ in range(len(ready)):
        step = ready.popleft()
        step()

async def think(seconds):
    print(f"{now} s: think({seconds}) begins")
    await sleep(seconds)
    print(f"{now} s: think({seconds}) is done")
    return f"{seconds} thoughts"

async def report():
    long = start(think(5))
    start(think(2))
    result = await long
    print(f"{now} s: report has {result}")

def main():
    start(report())
    while ready or timers:
        run_once()
