def read(socket):
    return f"read {socket}"

def save(socket):
    saved = 0
    while saved < 2:
        try:
            row = yield read(socket)
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
    print(next(users))
    deliver(users, "Ada")
    answer = users.throw(TimeoutError())
    print(f"throw gave back: {answer}")
    deliver(users, "Grace")
