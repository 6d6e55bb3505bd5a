import concurrent.futures
import time


def job(n):
    time.sleep(n)
    return n * n


with concurrent.futures.ThreadPoolExecutor(max_workers=4) as executor:
    futures = {executor.submit(job, n): n for n in (3, 1, 2)}
    done, pending = concurrent.futures.wait(futures, timeout=1.5)
    print(sorted(futures[f] for f in done), sorted(futures[f] for f in pending))
    for future in concurrent.futures.as_completed(futures):
        print(futures[future], future.result())
    first = executor.submit(job, 1)
    first.add_done_callback(lambda f: print("callback", f.result()))
    try:
        executor.submit(job, 5).result(timeout=2)
    except concurrent.futures.TimeoutError:
        print("timeout")
