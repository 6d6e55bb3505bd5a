import asyncio

async def read_each():
    for item in ("tea", "rice"):
        await asyncio.sleep(1)
        yield item

async def main():
    found = [item.upper() async for item in read_each()]
    print("list:", *found)
    ends = {item[-1] async for item in read_each()}
    print(f"set of {len(ends)}")
    lengths = {item: len(item) async for item in read_each()}
    print(f"dictionary: rice is {lengths['rice']}")
    lazy = (item.upper() async for item in read_each())
    print("generator expression")
    async for item in lazy:
        print(item)
