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

async def audit(read):
    print(f"audit of read {read}")

async def main():
    db = Database()
    for read in (1, 2):
        audited = asyncio.create_task(audit(read))
        await read_data(db)
        await audited
