import asyncio

async def other():
    for turn in (1, 2, 3):
        print(f"other runs, turn {turn}")
        await asyncio.sleep(0)

async def cached(row):
    return row

async def main():
    other_task = asyncio.create_task(other())
    loop = asyncio.get_running_loop()
    await cached("user")
    print("after a coroutine that returns")
    done = loop.create_future()
    done.set_result("orders")
    await done
    print("after a future that is done")
    await asyncio.sleep(0)
    print("after sleep(0)")
    task = asyncio.create_task(cached("user"))
    await task
    print("after a new task")
    await task
    print("after the same task, which is done")
    await other_task
