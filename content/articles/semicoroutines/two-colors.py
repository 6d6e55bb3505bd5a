import asyncio

async def write(row):
    await asyncio.sleep(1)
    print(f"{row} is written")

def save(row):
    writing = write(row)
    print(f"{row} is saved")
    return writing

async def async_save(row):
    await write(row)
    print(f"{row} is saved")

async def main():
    await save("Ada")
    await async_save("Grace")
