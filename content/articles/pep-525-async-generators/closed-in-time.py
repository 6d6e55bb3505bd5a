import asyncio
from contextlib import aclosing

class Connection:
    state = "closed"
    async def open(self):
        await asyncio.sleep(1)
        self.state = "open"
    async def close(self):
        await asyncio.sleep(1)
        self.state = "closed"
        task = asyncio.current_task()
        print(f"closed by {task.get_name()}")

async def read_each(connection):
    await connection.open()
    try:
        for page in (1, 2, 3):
            yield f"order {page}"
    finally:
        await connection.close()

async def main():
    connection = Connection()
    async with aclosing(read_each(connection)) as source:
        async for order in source:
            print(order)
            break
    print(f"main finds it {connection.state}")
