import asyncio

def count_to(limit):
    rows = 0
    while rows < limit:
        rows += 1
    return rows

async def client(number):
    for request in (1, 2, 3):
        print(f"client {number}: request {request}")
        await asyncio.sleep(0)

async def report():
    for page in (1, 2, 3):
        print(f"page {page}: {count_to(100_000)} rows")
        if page == 2:
            await asyncio.sleep(0)

async def main():
    await asyncio.gather(client(1), report(), client(2))
