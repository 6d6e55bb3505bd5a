def ask(question):
    answer = yield question
    return answer.strip()

def person():
    name = yield from ask("Name?")
    town = yield from ask("Town?")
    return f"{name} of {town}"

def booking():
    guest = yield from person()
    nights = yield from ask("How many nights?")
    return f"{guest}, {nights} nights"

def main():
    form = booking()
    print(form.send(None))
    print(form.send("  Ada"))
    print(form.send("London  "))
    try:
        form.send("3")
    except StopIteration as end:
        print(f"booked: {end.value}")
