from contextlib import contextmanager

@contextmanager
def opened(name):
    print(f"open {name}")
    try:
        yield name
    finally:
        print(f"close {name}")

def main():
    with opened("ledger") as file:
        print(f"write to {file}")
    try:
        with opened("diary") as file:
            raise OSError("disk is full")
    except OSError as error:
        print(f"main hears: {error}")
