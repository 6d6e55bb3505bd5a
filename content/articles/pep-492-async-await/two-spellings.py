import asyncio
from types import coroutine

# region twins
async def awaiting(value):
    later = await asyncio.sleep(1, value)
    print(f"await has {later}")
    return later * 2

@coroutine
def delegating(value):
    later = yield from asyncio.sleep(1, value)
    print(f"yield from has {later}")
    return later * 2
# endregion

async def main():
    calls = [awaiting(4), delegating(5)]
    first, second = await asyncio.gather(*calls)
    print(f"main has {first} and {second}")
