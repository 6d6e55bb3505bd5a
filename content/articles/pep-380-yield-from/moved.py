def read_rows(socket):
    for number in (1, 2):
        row = yield f"read {socket}"
        print(f"{socket}: row {number} is {row}")

def report(socket):
    for request in read_rows(socket):
        yield request
    print("report is sent")

def deliver(handler, row):
    try:
        print(handler.send(row))
    except StopIteration:
        print("no more requests")

def main():
    users = report("users")
    print(next(users))
    deliver(users, "Ada")
    deliver(users, "Grace")
