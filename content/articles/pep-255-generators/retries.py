def delays():
    seconds = 1
    while True:
        yield seconds
        seconds = seconds * 2

def upload(name, failures, waits):
    while failures > 0:
        print(f"{name} failed, wait {next(waits)} s")
        failures -= 1
    print(f"{name} is uploaded")

def main():
    shared = delays()
    upload("photo", 2, shared)
    upload("video", 1, shared)
    fresh = delays()
    upload("audio", 1, fresh)
    shared.close()
    fresh.close()
