# region primed
def primed(function):
    def start(*arguments):
        generator = function(*arguments)
        next(generator)
        return generator
    return start
# endregion

@primed
def in_batches(size):
    batch = []
    try:
        while True:
            row = yield
            batch.append(row)
            if len(batch) == size:
                print(f"write {' '.join(batch)}")
                batch = []
    finally:
        print(f"write the rest: {' '.join(batch)}")

def main():
    rows = in_batches(2)
    for row in ("a", "b", "c"):
        rows.send(row)
    print("no more rows")
    rows.close()
