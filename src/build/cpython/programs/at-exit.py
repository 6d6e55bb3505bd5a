import atexit
import asyncio


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def rows():
    try:
        yield 1
    finally:
        print("generator closed")


async def forgotten():
    print("never")


atexit.register(print, "second")
atexit.register(lambda: print("first"))
kept = Loud("kept")
started = rows()
next(started)
lost = forgotten()
print("end of module")
