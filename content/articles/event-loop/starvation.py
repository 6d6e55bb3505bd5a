import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def again(turn):
        print(f"again {turn} at {loop.time():.0f} s")
        if turn < 4:
            loop.call_soon(again, turn + 1)
    def alarm():
        print(f"alarm at {loop.time():.0f} s")
    loop.call_later(1, alarm)
    loop.call_soon(again, 1)
    for turn in (1, 2):
        await asyncio.sleep(0)
        print(f"main {turn}")
    await asyncio.sleep(2)
