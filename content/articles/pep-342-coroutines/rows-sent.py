def read(socket):
    return f"read {socket}"

def save(socket):
    saved = 0
    while saved < 2:
        row = yield read(socket)
        saved += 1
        print(f"{socket}: row {saved} is {row}")

def deliver(handler, row):
    try:
        print(handler.send(row))
    except StopIteration:
        print("no more requests")

def main():
    users = save("users")
    orders = save("orders")
    print(next(users))
    print(next(orders))
    deliver(orders, "tea")
    deliver(users, "Ada")
    deliver(orders, "ink")
    deliver(users, "Grace")
