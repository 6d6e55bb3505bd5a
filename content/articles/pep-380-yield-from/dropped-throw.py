class Skip(Exception):
    pass

def rows():
    for row in ("a", "b", "c"):
        try:
            yield row
        except Skip:
            print(f"rows skips {row}")

def by_loop(source):
    for row in source:
        yield row

def main():
    source = rows()
    table = by_loop(source)
    print(next(table))
    try:
        print(table.throw(Skip()))
    except Skip:
        print("main has its Skip back")
    print(f"rows goes on with {next(source)}")
    source.close()
