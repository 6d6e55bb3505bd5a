total = 0
for n in range(1_000_000):
    total += n
print(total)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(18))
