import asyncio


async def three():
    for n in range(3):
        await asyncio.sleep(0.01)
        print(n)
    loop.stop()


loop = asyncio.new_event_loop()
loop.create_task(three())
loop.run_forever()
loop.close()
print("closed")
