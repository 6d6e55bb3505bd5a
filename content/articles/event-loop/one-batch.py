import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def first():
        print("first")
        loop.call_soon(print, "asked by first")
    loop.call_later(0, print, "later(0)")
    loop.call_soon(first)
    loop.call_soon(print, "second")
    print("main suspends")
    await asyncio.sleep(0)
    print("main resumes")
