import asyncio, time

async def blocking(client):
    time.sleep(1)
    print(f"blocking: {client} is answered")

async def waiting(client):
    await asyncio.sleep(1)
    print(f"waiting: {client} is answered")

async def main():
    for handle in (blocking, waiting):
        await asyncio.gather(
            handle("Ada"), handle("Grace"), handle("Alan"),
        )
