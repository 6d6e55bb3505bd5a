import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def first():
        print("first")
        loop.call_soon(third)
    def second():
        print("second")
    def third():
        print("third, asked for by first")
    def zero():
        print("timer of 0 s")
    loop.call_later(0, zero)
    loop.call_soon(first)
    loop.call_soon(second)
    print("main suspends")
    await asyncio.sleep(0)
    print("main resumes")
