import asyncio
from types import coroutine

@coroutine
def pay(account, amount):
    yield from asyncio.sleep(1)
    account["balance"] -= amount
    print(f"paid {amount}")

@coroutine
def order(account):
    yield from pay(account, 30)
    pay(account, 20)
    print(f"left: {account['balance']}")

async def main():
    await order({"balance": 100})
