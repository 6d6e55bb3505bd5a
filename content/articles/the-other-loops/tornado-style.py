import asyncio

def fetch(seconds):
    answer = asyncio.Future()
    def arrive():
        answer.set_result(seconds)
    asyncio.get_running_loop().call_later(seconds, arrive)
    return answer

# region driver
def coroutine(body):
    def begin(*args):
        steps, finished = body(*args), asyncio.Future()
        def step(answer=None):
            try:
                waits = steps.send(answer and answer.result())
            except StopIteration:
                finished.set_result(None)
            else:
                waits.add_done_callback(step)
        step()
        return finished
    return begin
# endregion

# region job
@coroutine
def job(name, first, second):
    print(f"{name} asks")
    a = yield fetch(first)
    print(f"{name} has {a}")
    b = yield fetch(second)
    print(f"{name} has {a + b}")
# endregion

async def main():
    jobs = [job("Ada", 1, 3), job("Grace", 2, 1)]
    print("main waits")
    for finished in jobs:
        await finished
