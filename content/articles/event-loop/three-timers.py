import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def say(text):
        print(f"{text} at {loop.time():.0f} s")
    loop.call_later(3, say, "timer 3")
    loop.call_later(1, say, "timer 1")
    loop.call_later(2, say, "timer 2")
    loop.call_soon(say, "soon")
    say("main sleeps")
    await asyncio.sleep(4)
    say("main ends")
