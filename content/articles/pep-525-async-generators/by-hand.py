import asyncio

async def read_each():
    await asyncio.sleep(0)
    yield "order 1"

def resume(request):
    try:
        request.send(None)
        return "waits"
    except StopIteration as end:
        return f"gives {end.value}"
    except StopAsyncIteration:
        return "is over"

def main():
    source = read_each()
    first = anext(source)
    print(f"first {resume(first)}")
    print(f"first {resume(first)}")
    second = anext(source)
    print(f"second {resume(second)}")
