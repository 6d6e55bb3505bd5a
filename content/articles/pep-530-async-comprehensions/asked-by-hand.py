from types import coroutine

@coroutine
def ask(item):
    answer = yield f"price of {item}?"
    return answer

async def total(cart):
    return sum([await ask(item) for item in cart])

def main():
    made = total(["tea", "rice"])
    print(made.send(None))
    print(made.send(20))
    try:
        made.send(30)
    except StopIteration as end:
        print(f"total: {end.value}")
