def greeter():
    print("greeter begins")
    while True:
        name = yield
        print(f"hello {name}")

def main():
    greet = greeter()
    try:
        greet.send("Ada")
    except TypeError:
        print("refused: no yield is waiting for Ada")
    next(greet)
    greet.send("Grace")
    greet.close()
