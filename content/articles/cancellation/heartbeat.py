import asyncio
from contextlib import suppress

async def beat():
    try:
        await asyncio.sleep(60)
    finally:
        await asyncio.sleep(2)
        print("goodbye")

class Heartbeat:
    async def __aenter__(self):
        self.task = asyncio.create_task(beat())
    async def __aexit__(self, *error):
        self.task.cancel()
        with suppress(asyncio.CancelledError):
            await self.task

async def answer():
    async with Heartbeat():
        await asyncio.sleep(1)
    print("the answer is sent")

async def main():
    task = asyncio.create_task(answer())
    await asyncio.sleep(2)
    print("the client is gone")
    task.cancel()
    await asyncio.wait([task])
