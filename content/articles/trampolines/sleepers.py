import heapq, itertools
from collections import deque

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
        heapq.heappush(asleep, (now + seconds, next(order), task))
# endregion

def coffee():
    print(f"{now} s: water on")
    yield 3
    print(f"{now} s: pour")

def toast():
    for side in ("one", "two"):
        print(f"{now} s: side {side}")
        yield 2
    print(f"{now} s: butter")

def main():
    run(coffee(), toast())
