import asyncio

async def main():
    pot = asyncio.Future()
    def ring():
        print("ring: before the result")
        pot.set_result("tea")
        print("ring: after the result")
    asyncio.get_running_loop().call_later(3, ring)
    pot.add_done_callback(lambda _: print("callback"))
    print("main waits")
    print(f"main has {await pot}")
    pot.add_done_callback(lambda _: print("too late"))
    print("main goes on")
    await asyncio.sleep(0)
    print("main ends")
