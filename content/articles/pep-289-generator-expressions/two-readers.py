def reader(sizes, mine, other):
    while True:
        if not mine:
            size = next(sizes, None)
            if size is None:
                return
            mine.append(size)
            other.append(size)
        yield mine.pop(0)

def main():
    sizes = iter([20, 30, 10])
    front, back = [], []
    first = reader(sizes, front, back)
    second = reader(sizes, back, front)
    print(f"largest {max(first)}")
    print(f"{len(back)} sizes are kept")
    print(f"total {sum(second)}")
