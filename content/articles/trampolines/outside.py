def fetch(table):
    print(f"fetch: asks for {table}")
    yield 2
    return f"rows of {table}"

def report():
    rows = yield fetch("users")
    print(f"report on {rows}")

def main():
    for step in report():
        print("main: one step is done")
