import asyncio

async def condition():
    return await asyncio.sleep(1, True)
async def tea():
    return await asyncio.sleep(2, "tea")
async def rice():
    return await asyncio.sleep(4, "rice")
funcs = [tea, rice]

async def cook(fun):
    return await fun() if await condition() else ""

async def main():
    one = [await fun() for fun in funcs
           if await condition()]
    print("comprehension:", *one)
    every = await asyncio.gather(*map(cook, funcs))
    print("gather:", *every)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(cook(fun))
                 for fun in funcs]
    results = [task.result() for task in tasks]
    print("task group:", *results)
