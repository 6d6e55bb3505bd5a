import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def stove():
        print("stove on")
    def tea():
        print("tea")
    def eggs():
        print("eggs")
    def rice():
        print("rice")
    loop.call_later(12, rice)
    loop.call_later(4, tea)
    loop.call_later(7, eggs)
    loop.call_soon(stove)
    print("main waits")
    await asyncio.sleep(13)
    print("main eats")
