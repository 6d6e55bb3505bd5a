from types import coroutine

answers = {
    "no orders": [],
    "two empty rows": [None, None],
    "an order number": "A7",
    "a count": 5,
}

@coroutine
def delegate(answer):
    return (yield from answer)

async def main():
    for name, answer in answers.items():
        try:
            result = await delegate(answer)
            print(f"{name}: goes through as {result}")
        except (TypeError, RuntimeError):
            print(f"{name}: fails")
