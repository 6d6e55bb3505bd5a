import asyncio
import gc
from weakref import WeakValueDictionary

receipts = WeakValueDictionary()

async def send_mail(to):
    receipt = asyncio.Future()
    receipts[to] = receipt
    print(f"mail to {to} is out")
    await receipt
    print(f"mail to {to} has arrived")

def confirm(to):
    if to in receipts:
        receipts[to].set_result(None)
    else:
        print(f"nothing waits for {to}")

async def main():
    async with asyncio.TaskGroup() as group:
        asyncio.create_task(send_mail("Ada"))
        group.create_task(send_mail("Grace"))
        await asyncio.sleep(1)
        gc.collect()
        confirm("Ada")
        confirm("Grace")
