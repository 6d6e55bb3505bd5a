def chain(*sources):
    for source in sources:
        yield from source

def countdown(number):
    while number > 0:
        yield number
        number -= 1

def main():
    for item in chain("ab", [10, 20], countdown(2)):
        print(item)
