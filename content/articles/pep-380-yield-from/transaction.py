from contextlib import contextmanager

def transaction(name):
    print(f"{name}: begin")
    try:
        yield
    except ValueError:
        print(f"{name}: roll back")
        raise
    print(f"{name}: commit")

@contextmanager
def looped(name):
    for each in transaction(name):
        yield each

@contextmanager
def delegated(name):
    yield from transaction(name)

def save(steps):
    try:
        with steps:
            raise ValueError("bad row")
    except ValueError as error:
        print(f"save hears: {error}")

def main():
    save(looped("first"))
    save(delegated("second"))
