import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def load(n):
    time.sleep(n)
    if n == 2:
        raise ValueError(f"no row {n}")
    return n


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as pool:
        results = await asyncio.gather(
            *(loop.run_in_executor(pool, load, n) for n in (1, 2, 3)), return_exceptions=True
        )
    print(results)
    try:
        await asyncio.to_thread(load, 2)
    except ValueError as error:
        print("caught", error)


asyncio.run(main())
