import heapq
from collections import deque

now = 0

class Timer:
    def __init__(self, seconds):
        self.seconds = seconds
    def __await__(self):
        yield self

# region run
def run(*coroutines):
    global now
    ready = deque(coroutines)
    sleeping = []
    order = 0
    while ready or sleeping:
        if not ready:
            now, _, current = heapq.heappop(sleeping)
            ready.append(current)
        current = ready.popleft()
        try:
            timer = current.send(None)
        except StopIteration:
            continue
        order += 1
        due = now + timer.seconds
        heapq.heappush(sleeping, (due, order, current))
# endregion

async def fetch(name, seconds):
    await Timer(seconds)
    return name

async def page(reader, seconds):
    orders = await fetch("orders", seconds)
    print(f"{now} s: {reader} has {orders}")

def main():
    run(page("Ada", 2), page("Grace", 1))
