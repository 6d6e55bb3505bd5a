shelf = []

def baker():
    for loaf in ("rye", "oat", "malt"):
        print(f"baker: {loaf} on the shelf")
        shelf.append(loaf)
        if len(shelf) == 2:
            yield "seller"
    yield "seller"

def seller():
    while True:
        while shelf:
            print(f"seller: {shelf.pop(0)} sold")
        yield "baker"

def dispatch(people, turn):
    while turn:
        turn = next(people[turn], None)

def main():
    people = {"baker": baker(), "seller": seller()}
    dispatch(people, "baker")
    people["seller"].close()
