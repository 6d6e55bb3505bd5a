import asyncio

async def batches(orders):
    size = 1
    start = 0
    while start < len(orders):
        await asyncio.sleep(1)
        batch = orders[start:start + size]
        try:
            size = (yield " ".join(batch)) or size
        except TimeoutError:
            print("not saved: the same batch again")
        else:
            start += len(batch)

async def main():
    source = batches(["A1", "A2", "A3", "A4", "A5"])
    print(await anext(source))
    print(await source.asend(2))
    print(await source.athrow(TimeoutError()))
    print(await source.asend(None))
    print(await anext(source, "no more"))
