from types import coroutine

@coroutine
def ask(question):
    return (yield question)

def stock(item):
    left = yield from ask(f"how many {item}?")
    return left

async def new_stock(item):
    left = await ask(f"how many {item}?")
    return left

def answer(machine, number):
    print(f"it asks: {machine.send(None)}")
    try:
        machine.send(number)
    except StopIteration as end:
        print(f"result: {end.value}")

def main():
    answer(stock("tea"), 3)
    answer(new_stock("tea"), 3)
    for row in stock("tea"):
        print(f"row: {row}")
