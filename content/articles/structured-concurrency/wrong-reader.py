from contextvars import ContextVar

reader = ContextVar("reader", default="none")

def may_see(row):
    return f"{row} for {reader.get()}"

def rows_of(name):
    token = reader.set(name)
    try:
        for row in ("row 1", "row 2"):
            yield may_see(row)
    finally:
        reader.reset(token)

def main():
    ada, grace = rows_of("Ada"), rows_of("Grace")
    print(f"to Ada: {next(ada)}")
    print(f"to Grace: {next(grace)}")
    print(f"to Ada: {next(ada)}")
    print(f"outside: {reader.get()}")
    grace.close()
    ada.close()
    print(f"at the end: {reader.get()}")
