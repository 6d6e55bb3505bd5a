def ask(question):
    print(f"ask: {question}")
    answer = yield question
    print(f"ask: heard {answer}")

def form():
    yield "Name?"
    ask("Town?")
    yield "How many nights?"

def main():
    filling = form()
    print(f"out comes {next(filling)}")
    print(f"out comes {filling.send('Ada')}")
    filling.close()
