def retrying():
    for attempt in (1, 2, 3):
        try:
            job = yield
            print(f"attempt {attempt} did {job}")
        except BaseException:
            print(f"attempt {attempt} failed, going on")

def main():
    worker = retrying()
    next(worker)
    worker.send("one")
    try:
        worker.close()
    except RuntimeError:
        print("RuntimeError: it ignored the request")
    worker.close()
    print("closed at the second request")
