def read_rows(socket):
    rows = []
    try:
        while len(rows) < 2:
            try:
                row = yield f"read {socket}"
                rows.append(row)
            except TimeoutError:
                print(f"{socket}: timed out, ask again")
        return rows
    finally:
        print(f"{socket}: given back")

# region report
def report(source):
    rows = yield from source
    print("report:", *rows)
# endregion

def deliver(handler, row):
    try:
        print(handler.send(row))
    except StopIteration:
        print("no more requests")

def main():
    users = report(read_rows("users"))
    print(next(users))
    print(users.throw(TimeoutError()))
    deliver(users, "Ada")
    deliver(users, "Grace")

    source = read_rows("orders")
    orders = report(source)
    print(next(orders))
    orders.close()
    print("main: the report is closed")
    source.close()
