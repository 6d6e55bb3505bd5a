import heapq, itertools
from collections import deque
from types import coroutine

now = 0

# region run
def run(*tasks):
    global now
    ready, asleep, order = deque(tasks), [], itertools.count()
    while ready or asleep:
        if not ready:
            now, _, task = heapq.heappop(asleep)
            ready.append(task)
        task = ready.popleft()
        try:
            seconds = task.send(None)
        except StopIteration:
            continue
        if seconds is None:
            ready.append(task)
        else:
            entry = now + seconds, next(order), task
            heapq.heappush(asleep, entry)
# endregion

# region jobs
@coroutine
def sleep(seconds):
    yield seconds

async def fetch(table, seconds):
    await sleep(seconds)
    return f"rows of {table}"

async def report(table, seconds):
    rows = await fetch(table, seconds)
    print(f"{now} s: report on {rows}")
# endregion

def main():
    run(report("users", 3), report("orders", 2))
