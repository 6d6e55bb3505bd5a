import asyncio

# region class
class Orders:
    page = 0
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.page == 2:
            raise StopAsyncIteration
        await asyncio.sleep(2)
        self.page += 1
        return f"order {self.page}"
# endregion

# region generator
async def read_each():
    for page in (1, 2):
        await asyncio.sleep(2)
        yield f"order {page}"
# endregion

async def export_from(name, source):
    async for order in source:
        print(f"{name}: {order}")

async def main():
    by_class = export_from("class", Orders())
    by_generator = export_from("generator", read_each())
    await asyncio.gather(by_class, by_generator)
