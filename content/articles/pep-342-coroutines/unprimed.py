def read(socket):
    return f"read {socket}"

def save(socket):
    print(f"{socket}: save begins")
    row = yield read(socket)
    print(f"{socket}: the row is {row}")

def primed(handler_of):
    def start(socket):
        handler = handler_of(socket)
        next(handler)
        return handler
    return start

def deliver(handler, row):
    try:
        print(handler.send(row))
    except StopIteration:
        print("no more requests")
    except TypeError:
        print(f"{row} is refused")

def main():
    users = save("users")
    deliver(users, "Ada")
    print(next(users))
    deliver(users, "Grace")
    orders = primed(save)("orders")
    deliver(orders, "tea")
