def read(socket):
    return f"read {socket}"

def save(socket):
    saved = 0
    while saved < 2:
        row = yield read(socket)
        saved += 1
        print(f"{socket}: row {saved} is {row}")

def main():
    rows = ["Ada", "Grace"]
    for request in save("users"):
        row = rows.pop(0)
        print(f"{request}: here is {row}")
