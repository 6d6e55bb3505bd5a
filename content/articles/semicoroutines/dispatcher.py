def load():
    for row in ("row 1", "row 2"):
        answer = "again"
        while answer == "again":
            print(f"load: here is {row}")
            answer = yield "check", row
    yield "main", None

def check():
    broken = "row 1"
    row = yield "load", None
    while True:
        answer = "again" if row == broken else "fine"
        broken = None
        print(f"check: {answer}")
        row = yield "load", answer

def dispatch(jobs, name):
    message = None
    while name != "main":
        name, message = jobs[name].send(message)

def main():
    jobs = {"load": load(), "check": check()}
    dispatch(jobs, "check")
    for job in jobs.values():
        job.close()
