import asyncio

# region handle
async def handle(name, seconds):
    try:
        await asyncio.sleep(seconds)
        if name == "Alan":
            raise ValueError("bad request")
        print(f"{name}: 200")
    except ValueError:
        print(f"{name}: 400")
    except asyncio.CancelledError:
        print(f"{name}: cut off")
        raise
# endregion

async def accept(arrivals, group):
    while True:
        name, seconds = await arrivals.get()
        group.create_task(handle(name, seconds))

# region serve
async def serve(arrivals, stop, grace):
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(None) as drain:
        async with asyncio.TaskGroup() as group:
            accepting = group.create_task(
                accept(arrivals, group))
            await stop.wait()
            accepting.cancel()
            drain.reschedule(loop.time() + grace)
# endregion

async def main():
    arrivals, stop = asyncio.Queue(), asyncio.Event()
    for request in (("Ada", 3), ("Alan", 1), ("Grace", 9)):
        arrivals.put_nowait(request)
    def deploy():
        stop.set()
    asyncio.get_running_loop().call_later(2, deploy)
    try:
        await serve(arrivals, stop, grace=4)
    except TimeoutError:
        print("the time is up")
    print("server is closed")
