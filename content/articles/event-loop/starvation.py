import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def spin(turn):
        print(f"spin {turn} at {loop.time():.0f} s")
        if turn < 4:
            loop.call_soon(spin, turn + 1)
    loop.call_later(1, print, "timer of 1 s")
    loop.call_soon(spin, 1)
    for turn in (1, 2, 3):
        await asyncio.sleep(0)
        print(f"main {turn}")
    await asyncio.sleep(2)
