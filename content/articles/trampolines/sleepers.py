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
        if seconds is None:
            ready.append(task)
        else:
            entry = now + seconds, next(order), task
            heapq.heappush(asleep, entry)
# endregion

def upload(name, seconds):
    print(f"{now} s: {name} is sent")
    yield seconds
    print(f"{now} s: {name} is confirmed")

def resize():
    for size in ("large", "small"):
        print(f"{now} s: resize to {size}")
        yield

def main():
    run(upload("photo", 3), upload("video", 2), resize())
