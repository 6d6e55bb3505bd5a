import asyncio
import sys

for limit in (80, 95, 120, 200, 333):
    sys.setrecursionlimit(limit)

    def down(n):
        if n % 7 == 0:
            list(iter_down(n))
        return down(n + 1)

    def iter_down(n):
        yield n
        yield from iter_down(n + 1)

    async def adown(n):
        await asyncio.sleep(0)
        return await adown(n + 1)

    class Loud:
        def __repr__(self):
            return f"<Loud {self!r}>"

    for job in (down, lambda n: list(iter_down(n)), lambda n: asyncio.run(adown(n)), lambda n: repr(Loud())):
        try:
            job(0)
        except RecursionError as error:
            print(limit, type(error).__name__)
