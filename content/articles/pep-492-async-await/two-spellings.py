import asyncio
from types import coroutine

# region twins
async def double_awaiting(value):
    later = await asyncio.sleep(1, value)
    print(f"await has {later}")
    return later * 2

@coroutine
def double_delegating(value):
    later = yield from asyncio.sleep(1, value)
    print(f"yield from has {later}")
    return later * 2
# endregion

async def main():
    first, second = await asyncio.gather(double_awaiting(4), double_delegating(5))
    print(f"main has {first} and {second}")
