import asyncio


def on_error(loop, context):
    print("handler:", context["message"].partition(" at ")[0], repr(context.get("exception")))


def bad_callback():
    raise ZeroDivisionError("in a callback")


async def fails():
    raise ValueError("lost")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(on_error)
    asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    print("after the task")
    loop.call_soon(bad_callback)
    task = asyncio.create_task(asyncio.sleep(0.1))
    task.add_done_callback(lambda task: 1 / 0)
    await asyncio.sleep(0.2)
    print("main ends")


asyncio.run(main())
