def read(n):
    for line in range(n):
        yield line


def only_even(lines):
    for line in lines:
        if line % 2 == 0:
            yield line


print(sum(only_even(read(100_000))))
