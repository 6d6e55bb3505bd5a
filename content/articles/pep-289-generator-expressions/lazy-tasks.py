import asyncio

async def ping(server, seconds):
    await asyncio.sleep(seconds)
    print(f"{server} answers")

async def wait_for(tasks):
    for task in tasks:
        await task
    print("all have answered")

async def main():
    start = asyncio.create_task
    servers = [("eu1", 2), ("us1", 1)]
    await wait_for(start(ping(s, t)) for s, t in servers)
    await wait_for([start(ping(s, t)) for s, t in servers])
