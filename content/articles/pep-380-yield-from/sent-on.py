def read_rows(socket):
    rows = []
    while len(rows) < 2:
        try:
            row = yield f"read {socket}"
            rows.append(row)
        except TimeoutError:
            print(f"{socket}: timed out, ask again")
    return rows

# region report
def report(source):
    try:
        request = next(source)
        while True:
            row = yield request
            request = source.send(row)
    except StopIteration as end:
        rows = end.value
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
    deliver(users, "Ada")
    deliver(users, "Grace")

    source = read_rows("orders")
    orders = report(source)
    print(next(orders))
    try:
        orders.throw(TimeoutError())
    except TimeoutError:
        print("main: the report has failed")
    print("source goes on:", next(source))
    source.close()
