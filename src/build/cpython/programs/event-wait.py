import queue
import threading
import time

begun = time.monotonic()
event = threading.Event()
print(event.wait(2), round(time.monotonic() - begun))
try:
    queue.Queue().get(timeout=1.5)
except queue.Empty:
    print("empty", int(time.monotonic() - begun))
lock = threading.Lock()
lock.acquire()
print(lock.acquire(timeout=0.5), lock.acquire(blocking=False), lock.locked())
print(threading.Condition().__class__.__name__, threading.active_count())
