import asyncio

async def save(row):
    print(f"{row}: the transaction begins")
    await asyncio.sleep(2)
    print(f"{row}: committed")

async def handle(row):
    await asyncio.shield(save(row))

async def main():
    request = asyncio.create_task(handle("row 7"))
    await asyncio.sleep(1)
    request.cancel()
    await asyncio.wait([request])
    print("no request is left")
