people = {}

def baker():
    yield
    print("baker: here is bread")
    people["seller"].send("bread")
    print("baker: on with the dough")

def seller():
    goods = yield
    print(f"seller: {goods}, thank you")
    try:
        people["baker"].send("thanks")
    except ValueError:
        print("seller: the baker cannot be resumed")
    yield

def main():
    people.update(baker=baker(), seller=seller())
    for person in people.values():
        next(person)
    next(people["baker"], None)
    people["seller"].close()
