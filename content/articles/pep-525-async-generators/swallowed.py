import asyncio
from contextlib import asynccontextmanager

@asynccontextmanager
async def silent():
    try:
        yield
        print("silent: commit")
    except OSError:
        await asyncio.sleep(1)
        print("silent: rolled back")

@asynccontextmanager
async def honest():
    try:
        yield
        print("honest: commit")
    except OSError:
        await asyncio.sleep(1)
        print("honest: rolled back")
        raise

async def save(name, transaction):
    try:
        async with transaction:
            await asyncio.sleep(1)
            raise OSError("disk is full")
        print(f"{name}: saved")
    except OSError as error:
        print(f"{name}: {error}")

async def main():
    await save("A1", silent())
    await save("A2", honest())
