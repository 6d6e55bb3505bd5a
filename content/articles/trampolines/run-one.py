def run(task):
    try:
        while True:
            task.send(None)
            print("run: it is my turn")
    except StopIteration as end:
        return end.value

def coffee():
    print("coffee: water on")
    yield
    print("coffee: grind")
    yield
    print("coffee: pour")
    return 2

def main():
    cups = run(coffee())
    print(f"{cups} cups")
