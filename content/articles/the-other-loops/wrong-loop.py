import asyncio

class Timer:
    def __init__(self, seconds):
        self.seconds = seconds
    def __await__(self):
        yield self

class PortableTimer:
    def __init__(self, seconds):
        self.seconds = seconds
    def __await__(self):
        return asyncio.sleep(self.seconds).__await__()

async def fetch(timer):
    await timer
    return "row 1"

async def main():
    for timer in (Timer(1), PortableTimer(1)):
        try:
            print(await fetch(timer))
        except RuntimeError:
            print("RuntimeError: bad yield")
