from types import coroutine

@coroutine
def read(socket):
    return (yield f"read {socket}")

async def save(socket):
    saved = 0
    while saved < 2:
        try:
            row = await read(socket)
        except TimeoutError:
            print(f"{socket}: timed out, ask again")
        else:
            saved += 1
            print(f"{socket}: row {saved} is {row}")

def deliver(handler, row):
    try:
        print(handler.send(row))
    except StopIteration:
        print("no more requests")

def main():
    users = save("users")
    print(users.send(None))
    deliver(users, "Ada")
    answer = users.throw(TimeoutError())
    print(f"throw gave back: {answer}")
    deliver(users, "Grace")
