import asyncio
import datetime as dt
import time
import timeit

clocks = {
    "time": time.time,
    "time_ns": lambda: time.time_ns() / 1e9,
    "monotonic": time.monotonic,
    "perf_counter": time.perf_counter,
    "default_timer": timeit.default_timer,
    "gettime": lambda: time.clock_gettime(time.CLOCK_REALTIME),
    "now": lambda: dt.datetime.now().timestamp(),
    "utc": lambda: dt.datetime.now(dt.timezone.utc).timestamp(),
    "gmtime": lambda: time.mktime(time.gmtime()),
    "strftime": lambda: time.mktime(time.strptime(time.strftime("%Y-%m-%d %X"), "%Y-%m-%d %H:%M:%S")),
    "ctime": lambda: time.mktime(time.strptime(time.ctime())),
}


async def main():
    before = {name: clock() for name, clock in clocks.items()}
    await asyncio.sleep(1)
    time.sleep(1)
    for name, clock in clocks.items():
        print(name, abs(clock() - before[name] - 2) < 1.1)
    print(type(dt.datetime.now()), isinstance(dt.date.today(), dt.date))


asyncio.run(main())
