class Skip(Exception):
    pass

def rows():
    for row in ("a", "b", "c"):
        try:
            yield row
        except Skip:
            print(f"rows skips {row}")

def delegating(source):
    yield from source

def main():
    table = delegating(rows())
    print(next(table))
    print(table.throw(Skip()))
    print(next(table))
    table.close()
