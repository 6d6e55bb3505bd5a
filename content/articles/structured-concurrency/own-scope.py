import asyncio

# region scope
class Scope:
    def __init__(self):
        self.tasks = []
    def create_task(self, coroutine):
        task = asyncio.create_task(coroutine)
        self.tasks.append(task)
    async def __aenter__(self):
        return self
    async def __aexit__(self, kind, error, trace):
        first = asyncio.FIRST_EXCEPTION
        _, rest = await asyncio.wait(
            self.tasks, return_when=first)
        for task in rest:
            task.cancel()
        ends = await asyncio.gather(
            *self.tasks, return_exceptions=True)
        failed = [e for e in ends if isinstance(e, Exception)]
        if failed:
            raise ExceptionGroup("in the scope", failed)
# endregion

async def upload(name, seconds):
    await asyncio.sleep(seconds)
    if name == "orders":
        raise OSError("disk is full")

async def work(scope):
    async with scope:
        scope.create_task(upload("orders", 1))
        scope.create_task(upload("users", 9))
        await asyncio.sleep(4)
        print("the body is over")

async def main():
    try:
        await work(Scope())
    except* OSError:
        print("an upload has failed")
