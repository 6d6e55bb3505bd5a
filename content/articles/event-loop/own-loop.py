import heapq, itertools
from collections import deque

ready, timers, order, now = deque(), [], itertools.count(), 0

def call_later(delay, callback):
    heapq.heappush(timers, (now + delay, next(order), callback))

# region iteration
def run_once():
    global now
    if not ready:
        now = timers[0][0]
    while timers and timers[0][0] <= now:
        ready.append(heapq.heappop(timers)[2])
    for _ in range(len(ready)):
        ready.popleft()()
# endregion

def main():
    call_later(12, lambda: print("rice"))
    call_later(4, lambda: print("tea"))
    call_later(7, lambda: print("eggs"))
    ready.append(lambda: print("stove on"))
    while ready or timers:
        run_once()
