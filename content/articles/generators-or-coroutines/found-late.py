import asyncio
from types import coroutine

def iterable_or_awaitable():
    return []

@coroutine
def delegating():
    result = yield from iterable_or_awaitable()
    print("delegating: on with the report")
    yield from asyncio.sleep(2)
    print(f"delegating: {len(result)} rows")

async def awaiting():
    result = await iterable_or_awaitable()
    print("awaiting: on with the report")
    await asyncio.sleep(2)
    print(f"awaiting: {len(result)} rows")

async def outcome(name, report):
    try:
        await report
    except TypeError:
        time = asyncio.get_running_loop().time()
        print(f"{name} failed at {time:.0f} s")

async def main():
    await asyncio.gather(
        outcome("delegating", delegating()),
        outcome("awaiting", awaiting()),
    )
