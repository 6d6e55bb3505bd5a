import asyncio

async def write(name):
    for row in (1, 2):
        print(f"{name} writes row {row}")
        await asyncio.sleep(0)

async def log(name):
    for row in (1, 2):
        print(f"{name} logs row {row}")

async def main():
    await asyncio.gather(write("Ada"), log("Grace"), write("Alan"))
