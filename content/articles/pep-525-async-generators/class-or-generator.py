import asyncio

# region class
class Rows:
    row = 0
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.row == 2:
            raise StopAsyncIteration
        await asyncio.sleep(2)
        self.row += 1
        return self.row
# endregion

# region generator
async def rows():
    for row in (1, 2):
        await asyncio.sleep(2)
        yield row
# endregion

async def watch(name, source):
    async for row in source:
        print(f"{name}: row {row}")

async def main():
    by_class = watch("class", Rows())
    by_generator = watch("generator", rows())
    await asyncio.gather(by_class, by_generator)
