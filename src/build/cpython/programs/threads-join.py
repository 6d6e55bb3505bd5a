import threading
import time

results = {}


def worker(n, pause):
    time.sleep(pause)
    results[n] = threading.current_thread().name
    print("worker", n, "ends")


threads = [threading.Thread(target=worker, args=(n, 3 - n), name=f"w{n}") for n in range(3)]
for thread in threads:
    thread.start()
print([thread.is_alive() for thread in threads])
for thread in threads:
    thread.join()
print(sorted(results.items()), [thread.is_alive() for thread in threads])
