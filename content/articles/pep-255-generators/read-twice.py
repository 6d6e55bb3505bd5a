def readings():
    for value in (10, 20, 60):
        yield value

def summarize(values):
    total = sum(values)
    count = len(list(values))
    print(f"total {total}, count {count}")

def main():
    print("from a generator")
    summarize(readings())
    print("from a list")
    summarize(list(readings()))
