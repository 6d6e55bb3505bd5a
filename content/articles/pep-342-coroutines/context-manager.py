from contextlib import contextmanager

@contextmanager
def leaking(connection):
    print(f"{connection} is taken")
    yield
    print(f"{connection} is given back")

@contextmanager
def borrowed(connection):
    print(f"{connection} is taken")
    try:
        yield
    finally:
        print(f"{connection} is given back")

def save(block):
    try:
        with block:
            raise OSError("disk is full")
    except OSError as error:
        print(f"save hears: {error}")

def main():
    save(leaking("connection 1"))
    save(borrowed("connection 2"))
