def read(log):
    for line in log:
        print(f"read {line}")
        yield line

def main():
    log = ["ok 1", "error 2", "ok 3", "error 4", "ok 5"]
    lines = read(log)
    errors = (x for x in lines if x.startswith("error"))
    codes = (x[6:] for x in errors)
    print("nothing is read yet")
    print(f"first code: {next(codes)}")
    print("the rest, please")
    for code in codes:
        print(f"code: {code}")
