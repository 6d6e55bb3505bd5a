import asyncio
from types import coroutine

def orders_of(customer):
    return []

@coroutine
def report(customer):
    orders = yield from orders_of(customer)
    print("report: cover page sent")
    yield from asyncio.sleep(2)
    print(f"report: {len(orders)} orders")

async def new_report(customer):
    orders = await orders_of(customer)
    print("new report: cover page sent")
    await asyncio.sleep(2)
    print(f"new report: {len(orders)} orders")

async def main():
    await asyncio.gather(
        report("Ada"), new_report("Ada"),
        return_exceptions=True,
    )
