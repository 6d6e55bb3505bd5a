import asyncio

async def ticks():
    await asyncio.sleep(0)
    yield 1

def resume(request):
    try:
        request.send(None)
        return "waits"
    except StopIteration as end:
        return f"gives {end.value}"
    except StopAsyncIteration:
        return "is over"

def main():
    source = ticks()
    request = anext(source)
    print(f"request 1 {resume(request)}")
    print(f"request 1 {resume(request)}")
    print(f"request 2 {resume(anext(source))}")
