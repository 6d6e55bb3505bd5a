def ask(question):
    answer = yield question
    return answer.strip()

def person():
    name = yield from ask("Name?")
    town = yield from ask("Town?")
    return f"{name} of {town}"

def form():
    guest = yield from person()
    print(f"welcome, {guest}")
    yield "How many nights?"

def main():
    filling = form()
    print(next(filling))
    print(filling.send("  Ada"))
    print(filling.send("London  "))
    filling.close()
