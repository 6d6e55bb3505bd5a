def run(tasks):
    waiting = [(0, task) for task in tasks]
    while waiting:
        now, task = waiting.pop(0)
        try:
            seconds = next(task)
        except StopIteration:
            print(f"{now} s: {task.__name__} is done")
            continue
        waiting.append((now + seconds, task))
        waiting.sort(key=lambda entry: entry[0])

def brew():
    print("brew: water on")
    yield 3
    print("brew: pour")

def toast():
    for side in ("first", "second"):
        print(f"toast: {side} side")
        yield 2

run([brew(), toast()])
