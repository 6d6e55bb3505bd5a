import asyncio

async def reader(price):
    print(f"the price is {await price}")

async def main():
    price = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(reader(price))
    await asyncio.sleep(1)
    price.set_result(20)
    print("the result is set")
    await asyncio.sleep(0)
    print("main goes on")
    await task
