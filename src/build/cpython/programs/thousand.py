import asyncio


async def row(n):
    await asyncio.sleep(n % 7)
    return n


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(row(n)) for n in range(1000)]
    print(sum(task.result() for task in tasks))


asyncio.run(main())
