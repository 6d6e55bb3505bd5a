def check(part):
    print(f"check part {part}")
    return part == 2

def main():
    parts = [1, 2, 3, 4]
    print("first a list")
    if any([check(part) for part in parts]):
        print("something is broken")
    print("then an expression")
    if any(check(part) for part in parts):
        print("something is broken")
