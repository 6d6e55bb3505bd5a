import asyncio, time

async def poll(job):
    asked = 0
    while not job.is_set():
        asked += 1
        time.sleep(0.25)
        await asyncio.sleep(0)
    print(f"poll asked {asked} times")

async def wait(job):
    await job.wait()
    print("wait is told once")

async def main():
    loop = asyncio.get_running_loop()
    for follow in (poll, wait):
        job = asyncio.Event()
        loop.call_later(1, job.set)
        await follow(job)
