import asyncio

def start(steps):
    finished = asyncio.Future()
    def step(last=None):
        try:
            future = steps.send(last and last.result())
        except StopIteration as end:
            finished.set_result(end.value)
        else:
            future.add_done_callback(step)
    asyncio.get_running_loop().call_soon(step)
    return finished

def think(seconds):
    print(f"think({seconds}) begins")
    alarm = asyncio.Future()
    loop = asyncio.get_running_loop()
    loop.call_later(seconds, alarm.set_result, None)
    yield alarm
    print(f"think({seconds}) is done")

async def main():
    tasks = [start(think(5)), start(think(2))]
    await asyncio.gather(*tasks)
