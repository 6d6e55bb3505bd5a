import asyncio

async def main():
    reply = asyncio.Future()
    def deliver():
        print("deliver: before the result")
        reply.set_result("42 rows")
        print("deliver: after the result")
    def log(future):
        print(f"log: {future.result()}")
    asyncio.get_running_loop().call_later(3, deliver)
    reply.add_done_callback(log)
    print("main waits")
    print(f"main has {await reply}")
    reply.add_done_callback(log)
    print("main goes on")
    await asyncio.sleep(0)
    print("main ends")
