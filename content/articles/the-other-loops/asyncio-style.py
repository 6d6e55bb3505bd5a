import asyncio

def fetch(seconds):
    return asyncio.sleep(seconds, seconds)

# region job
async def job(name, first, second):
    print(f"{name} asks")
    a = await fetch(first)
    print(f"{name} has {a}")
    b = await fetch(second)
    print(f"{name} has {a + b}")
# endregion

async def main():
    await asyncio.gather(job("Ada", 1, 3), job("Grace", 2, 1))
