import asyncio

async def main():
    loop = asyncio.get_running_loop()
    kettle = loop.create_future()
    def ring():
        print("ring: before the result")
        kettle.set_result("tea")
        print("ring: after the result")
    loop.call_later(3, ring)
    kettle.add_done_callback(lambda done: print(f"callback: {done.result()}"))
    print("main waits")
    print(f"main has {await kettle}")
    kettle.add_done_callback(lambda done: print("callback added too late"))
    print("main goes on")
    await asyncio.sleep(0)
    print("main ends")
