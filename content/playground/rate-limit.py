import asyncio

async def fetch(number, slots):
    async with slots:
        print(f"request {number} sent")
        await asyncio.sleep(1)
    print(f"request {number} answered")

async def main():
    slots = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        for number in (1, 2, 3, 4, 5):
            group.create_task(fetch(number, slots), name=f"fetch {number}")
    print("all answered")

asyncio.run(main())
