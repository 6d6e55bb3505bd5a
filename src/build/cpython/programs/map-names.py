import threading
import time
from concurrent.futures import ThreadPoolExecutor


def name(n):
    time.sleep(0.1 * n)
    return f"{n} in {threading.current_thread().name}"


with ThreadPoolExecutor(3, thread_name_prefix="loader") as pool:
    for line in pool.map(name, [3, 2, 1]):
        print(line)
print(threading.current_thread().name, threading.main_thread() is threading.current_thread())
