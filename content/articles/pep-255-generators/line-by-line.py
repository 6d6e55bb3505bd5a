def read(lines):
    for line in lines:
        print(f"read: {line}")
        yield line.split()

def main():
    log = ["ok 1", "error 2", "ok 3", "ok 4"]
    for level, code in read(log):
        print(f"main: {level} {code}")
        if level == "error":
            break
