from collections import deque

# region run
def run(*tasks):
    ready = deque(tasks)
    while ready:
        task = ready.popleft()
        try:
            task.send(None)
        except StopIteration:
            continue
        ready.append(task)
# endregion

def import_rows():
    for row in (1, 2, 3):
        print(f"import row {row}")
        yield

def resize():
    for size in ("large", "small"):
        print(f"resize to {size}")
        yield

def main():
    run(import_rows(), resize())
