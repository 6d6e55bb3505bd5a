from collections import deque

ready = deque()

def run():
    while ready:
        task = ready.popleft()
        try:
            task.send(None)
        except StopIteration:
            continue
        ready.append(task)

def import_rows(file, rows):
    for row in rows:
        print(f"{file}: row {row}")
        if row == "?":
            raise ValueError(file)
        yield

def main():
    ready.append(import_rows("users", "12"))
    ready.append(import_rows("orders", "?3"))
    try:
        run()
    except ValueError as error:
        print(f"run has ended, because of {error}")
    print("main runs it again")
    run()
