import threading
import time

begun = time.monotonic()
late = threading.Timer(2, lambda: print("never"))
late.start()
threading.Timer(1, print, ["after one"]).start()
time.sleep(1.5)
late.cancel()
print("cancelled at", time.monotonic() - begun > 1.4)
