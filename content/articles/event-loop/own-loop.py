import heapq, itertools
from collections import deque

ready, timers = deque(), []
order, now = itertools.count(), 0

def call_later(delay, callback):
    entry = (now + delay, next(order), callback)
    heapq.heappush(timers, entry)

# region iteration
def run_once():
    global now
    if not ready:
        now = timers[0][0]
    while timers and timers[0][0] <= now:
        ready.append(heapq.heappop(timers)[2])
    for _ in range(len(ready)):
        callback = ready.popleft()
        callback()
# endregion

def log():
    print(f"{now} s: connected")

def retry():
    print(f"{now} s: retry the upload")

def expire():
    print(f"{now} s: session expires")

def main():
    call_later(12, expire)
    call_later(4, retry)
    ready.append(log)
    while ready or timers:
        run_once()
