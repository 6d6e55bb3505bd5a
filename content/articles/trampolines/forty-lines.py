import heapq, itertools
from collections import deque
from inspect import isgenerator

ready, asleep = deque(), []
order, now = itertools.count(), 0

def start(generator):
    ready.append([generator])

def bounce(stack):
    value = error = None
    while stack:
        try:
            top = stack[-1]
            if error:
                wish = top.throw(error)
            else:
                wish = top.send(value)
            if not isgenerator(wish):
                return wish
            stack.append(wish)
            value = error = None
        except StopIteration as end:
            stack.pop()
            value, error = end.value, None
        except Exception as raised:
            stack.pop()
            value, error = None, raised
    if error:
        print(f"{now} s: a task failed, {error}")

def run():
    global now
    while ready or asleep:
        if not ready:
            now, _, stack = heapq.heappop(asleep)
            ready.append(stack)
        stack = ready.popleft()
        seconds = bounce(stack)
        if stack:
            entry = now + seconds, next(order), stack
            heapq.heappush(asleep, entry)

def grind(beans):
    yield 2
    if not beans:
        raise ValueError("no beans")
    return f"{beans} g of powder"

def coffee(beans):
    powder = yield grind(beans)
    print(f"{now} s: {powder}")
    yield 3
    print(f"{now} s: pour")

def tea():
    try:
        yield grind(0)
    except ValueError:
        print(f"{now} s: tea instead")

def main():
    start(coffee(18))
    start(coffee(0))
    start(tea())
    run()
