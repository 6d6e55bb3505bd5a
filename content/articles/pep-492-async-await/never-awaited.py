import asyncio

async def save(name):
    print(f"saving {name}")
    await asyncio.sleep(1)
    print(f"saved {name}")

async def main():
    save("draft")
    print("main called save for the draft")
    await save("letter")
    print("main ends")
