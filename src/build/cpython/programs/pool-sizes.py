import time
from concurrent.futures import ThreadPoolExecutor, as_completed

begun = time.monotonic()


def job(n):
    time.sleep(1)
    return n


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(job, n) for n in range(5)]
    print([f.running() for f in futures], futures[4].cancel(), futures[4].cancelled())
    for future in futures[:4]:
        print(future.result(), round(time.monotonic() - begun))
print("all over after", round(time.monotonic() - begun), "s")
