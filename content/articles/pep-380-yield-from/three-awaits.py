from types import coroutine

@coroutine
def ask(question):
    answer = yield question
    return answer.strip()

async def person():
    name = await ask("Name?")
    town = await ask("Town?")
    return f"{name} of {town}"

async def booking():
    guest = await person()
    nights = await ask("How many nights?")
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
