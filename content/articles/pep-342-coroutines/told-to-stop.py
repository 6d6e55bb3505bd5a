def read(socket):
    return f"read {socket}"

def save(socket):
    batch = []
    try:
        while True:
            row = yield read(socket)
            batch.append(row)
            if len(batch) == 2:
                print(f"write {' '.join(batch)}")
                batch = []
    finally:
        print(f"write the rest: {' '.join(batch)}")

def main():
    users = save("users")
    next(users)
    for row in ("Ada", "Grace", "Alan"):
        users.send(row)
    print("main stops the server")
    users.close()
