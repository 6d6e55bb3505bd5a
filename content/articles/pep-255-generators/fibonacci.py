def fibonacci(below):
    print("fibonacci begins")
    a, b = 0, 1
    while a < below:
        yield a
        a, b = b, a + b
    print("fibonacci ends")

def main():
    numbers = fibonacci(below=4)
    print("main has a generator")
    print(next(numbers))
    print(next(numbers))
    print("main does something else")
    for number in numbers:
        print(number)
    print("main ends")
