import asyncio

def start(routine):
    finished = asyncio.get_running_loop().create_future()
    def step(future=None):
        try:
            waits_for = routine.send(future and future.result())
        except StopIteration as end:
            finished.set_result(end.value)
        else:
            waits_for.add_done_callback(step)
    asyncio.get_running_loop().call_soon(step)
    return finished

def think(seconds):
    print(f"think({seconds}) begins")
    alarm = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(seconds, alarm.set_result, None)
    yield alarm
    print(f"think({seconds}) is done")

async def main():
    await asyncio.gather(start(think(5)), start(think(2)))
