import asyncio
from types import coroutine

# region think
@coroutine
def think(seconds):
    print(f"think({seconds}) begins")
    yield from asyncio.sleep(seconds)
    print(f"think({seconds}) is done")
# endregion

async def main():
    await asyncio.gather(think(5), think(2))
