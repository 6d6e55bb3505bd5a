import queue
import threading

items = queue.Queue()


def produce():
    for n in range(3):
        items.put(n)
    items.put(None)


threading.Thread(target=produce).start()
while (item := items.get()) is not None:
    print("got", item)
print("done")
