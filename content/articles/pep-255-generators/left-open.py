def read(lines):
    print("the log is open")
    try:
        for line in lines:
            yield line
    finally:
        print("the log is closed")

def find_error(lines):
    for line in lines:
        if line.startswith("error"):
            return line

def main():
    log = read(["ok 1", "error 2", "ok 3"])
    print(f"found {find_error(log)}")
    print("main mails the error")
    log.close()
    print("main ends")
