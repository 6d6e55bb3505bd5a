jobs = {}

def load():
    yield
    print("load: here is row 1")
    jobs["check"].send("row 1")
    print("load: on to row 2")

def check():
    row = yield
    print(f"check: {row} is broken")
    try:
        jobs["load"].send("again")
    except ValueError:
        print("check: load cannot be resumed")
    yield

def main():
    jobs.update(load=load(), check=check())
    next(jobs["load"])
    next(jobs["check"])
    next(jobs["load"], None)
    jobs["check"].close()
