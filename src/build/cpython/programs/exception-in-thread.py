import threading


def fails():
    raise KeyError("gone")


thread = threading.Thread(target=fails, name="loader")
thread.start()
thread.join()
print("main goes on")
