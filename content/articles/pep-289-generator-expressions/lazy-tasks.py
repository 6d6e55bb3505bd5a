import asyncio

async def ping(server):
    await asyncio.sleep(1)
    print(f"{server} answers")

async def wait_for(tasks):
    for task in tasks:
        await task
    print("all have answered")

async def main():
    start = asyncio.create_task
    servers = ["eu1", "us1"]
    await wait_for(start(ping(s)) for s in servers)
    await wait_for([start(ping(s)) for s in servers])
