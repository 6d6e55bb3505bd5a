import asyncio

left = 2

async def charge(name):
    await asyncio.sleep(1)
    if name == "Ada":
        raise ConnectionError("card refused")

async def order(name):
    global left
    if left == 0:
        print(f"{name}: sold out")
        return
    left -= 1
    try:
        await charge(name)
    except ConnectionError as error:
        left += 1
        print(f"{name}: {error}, {left} left")
    else:
        print(f"{name}: a ticket, {left} left")

async def main():
    people = ("Ada", "Grace", "Alan")
    await asyncio.gather(*map(order, people))
    await order("Alan")
