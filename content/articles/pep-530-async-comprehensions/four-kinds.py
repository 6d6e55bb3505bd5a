import asyncio

async def words():
    for word in ("tea", "rice"):
        await asyncio.sleep(1)
        yield word

async def main():
    found = [word.upper() async for word in words()]
    print("list:", *found)
    ends = {word[-1] async for word in words()}
    print(f"set of {len(ends)}")
    lengths = {word: len(word) async for word in words()}
    print(f"dictionary: rice is {lengths['rice']}")
    lazy = (word.upper() async for word in words())
    print("generator expression")
    async for word in lazy:
        print(word)
