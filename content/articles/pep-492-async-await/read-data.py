import asyncio

class Database:
    warm = False
    async def fetch(self, query):
        if not self.warm:
            await asyncio.sleep(2)
        self.warm = True
        return ["Ada", "Grace"]

async def read_data(db):
    data = await db.fetch("SELECT * FROM people")
    print(f"read_data has {len(data)} rows")

async def bystander(read):
    print(f"bystander of read {read}")

async def main():
    db = Database()
    for read in (1, 2):
        ready = asyncio.create_task(bystander(read))
        await read_data(db)
        await ready
