from types import coroutine

@coroutine
def answer():
    yield "upload waits for an answer"

async def upload(name):
    print(f"{name}: upload begins")
    await answer()
    print(f"{name}: upload ends")

def main():
    job = upload("photo")
    print("main has a coroutine")
    print(job.send(None))
    print("main does something else")
    try:
        job.send(None)
    except StopIteration:
        print("main ends")
