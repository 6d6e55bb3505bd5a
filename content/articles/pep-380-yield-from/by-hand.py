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
    try:
        request = next(source)
        while True:
            try:
                row = yield request
            except GeneratorExit:
                source.close()
                raise
            except BaseException as error:
                request = source.throw(error)
            else:
                request = source.send(row)
    except StopIteration as end:
        rows = end.value
    print("report:", *rows)
# endregion

def main():
    source = read_rows("orders")
    orders = report(source)
    print(next(orders))
    print(orders.throw(TimeoutError()))
    orders.close()
    print("main: the report is closed")
    source.close()
