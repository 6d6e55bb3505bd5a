import asyncio

left = 1

async def charge(name):
    await asyncio.sleep(1)

async def order(name):
    global left
    if left == 0:
        print(f"{name}: sold out")
        return
    await charge(name)
    left -= 1
    print(f"{name}: a ticket, {left} left")

async def main():
    await asyncio.gather(order("Ada"), order("Grace"))
