import asyncio

class Rows:
    names = ["Ada", "Grace"]
    async def __aenter__(self):
        await asyncio.sleep(1)
        print("open")
        return self
    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(1)
        print("closed")
    def __aiter__(self):
        return self
    async def __anext__(self):
        await asyncio.sleep(2)
        if not self.names:
            raise StopAsyncIteration
        return self.names.pop(0)

async def main():
    async with Rows() as rows:
        async for name in rows:
            print(name)
