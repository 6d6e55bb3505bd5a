import heapq, itertools
from collections import deque
from inspect import isgenerator

ready, asleep = deque(), []
order, now = itertools.count(), 0

# region task
class Task(list):
    def __init__(self, generator):
        super().__init__([generator])
        self.value = self.error = None
        self.joined = []

def spawn(generator):
    task = Task(generator)
    ready.append(task)
    return task
# endregion

# region step
def step(task):
    while task:
        value, error = task.value, task.error
        task.value = task.error = None
        try:
            if error is None:
                request = task[-1].send(value)
            else:
                request = task[-1].throw(error)
        except StopIteration as end:
            task.pop()
            task.value = end.value
        except Exception as raised:
            task.pop()
            task.error = raised
        else:
            if not isgenerator(request):
                return request
            task.append(request)
    for waiting in task.joined:
        answer(waiting, task)
# endregion

# region wait
def wait(task, request):
    if request is None:
        ready.append(task)
    elif not isinstance(request, Task):
        entry = now + request, next(order), task
        heapq.heappush(asleep, entry)
    elif request:
        request.joined.append(task)
    else:
        answer(task, request)

def answer(task, ended):
    task.value, task.error = ended.value, ended.error
    ready.append(task)
# endregion

# region run
def run():
    global now
    while ready or asleep:
        if not ready:
            now, _, task = heapq.heappop(asleep)
            ready.append(task)
        task = ready.popleft()
        request = step(task)
        if task:
            wait(task, request)
# endregion

# region jobs
def fetch(table, seconds):
    yield seconds
    if table == "orders":
        raise OSError("no orders")
    return f"rows of {table}"

def report(table, seconds):
    rows = yield fetch(table, seconds)
    print(f"{now} s: report on {rows}")

def nightly():
    users = spawn(report("users", 3))
    orders = spawn(report("orders", 2))
    for task in (users, orders):
        try:
            yield task
        except OSError as error:
            print(f"{now} s: failed, {error}")
    print(f"{now} s: the night is over")
# endregion

def main():
    spawn(nightly())
    run()
