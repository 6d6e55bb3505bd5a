import asyncio

async def pages(last):
    for page in range(1, last + 1):
        await asyncio.sleep(1)
        yield [f"row {page}a", f"row {page}b"]

async def rows(last):
    async for page in pages(last):
        for row in page:
            yield row

async def main():
    async for row in rows(2):
        print(row)
    print([len(page) async for page in pages(3)])

asyncio.run(main())
