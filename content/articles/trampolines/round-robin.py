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

def coffee():
    for work in ("water on", "grind", "pour"):
        print(f"coffee: {work}")
        yield

def toast():
    for work in ("bread in", "bread out"):
        print(f"toast: {work}")
        yield

def main():
    run(coffee(), toast())
