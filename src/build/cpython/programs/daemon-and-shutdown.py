import threading
import time
from concurrent.futures import ThreadPoolExecutor


def slow(text, pause=1):
    time.sleep(pause)
    print(text)


threading.Thread(target=slow, args=("non-daemon", 1.2)).start()
pool = ThreadPoolExecutor(1)
pool.submit(slow, "first")
queued = pool.submit(slow, "second")
pool.shutdown(wait=False, cancel_futures=True)
print(queued.cancelled())
try:
    pool.submit(slow, "third")
except RuntimeError as error:
    print(error)
print("end of module")
