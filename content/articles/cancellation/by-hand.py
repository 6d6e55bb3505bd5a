from asyncio import CancelledError

class Answer:
    def __await__(self):
        yield self

async def send(name):
    try:
        await Answer()
        print(f"{name} is stored")
    finally:
        print("the connection is closed")

async def upload(name):
    try:
        await send(name)
    except OSError:
        print("failed, trying again")

def main():
    made = upload("photo")
    made.send(None)
    print("the upload waits")
    try:
        made.throw(CancelledError())
    except CancelledError:
        print("CancelledError has come out")
