from types import coroutine

answers = {
    "an empty list": [],
    "two Nones": [None, None],
    "a string": "ab",
    "a number": 5,
}

@coroutine
def ask(answer):
    return (yield from answer)

async def main():
    for name, answer in answers.items():
        try:
            result = await ask(answer)
            print(f"{name}: goes through, has {result}")
        except (TypeError, RuntimeError):
            print(f"{name}: refused")
