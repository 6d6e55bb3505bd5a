import asyncio

async def save():
    await asyncio.sleep(1)
    print("save fails")
    raise OSError("disk is full")

async def main():
    asyncio.get_running_loop().set_exception_handler(
        lambda loop, context: print(f"the loop reports: {context['exception']}"))
    saving = asyncio.create_task(save())
    await asyncio.sleep(10)
    print(f"saving.done() is {str(saving.done()).lower()}")
    print("main ends as if all were well")
