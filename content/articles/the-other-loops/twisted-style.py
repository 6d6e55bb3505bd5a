import asyncio

class Deferred:
    def __init__(self):
        self.callbacks = []
    def add_callback(self, callback):
        self.callbacks.append(callback)
    def callback(self, value):
        for callback in self.callbacks:
            callback(value)

def fetch(seconds):
    answer = Deferred()
    def arrive():
        answer.callback(seconds)
    asyncio.get_running_loop().call_later(seconds, arrive)
    return answer

# region job
def job(name, first, second):
    def has_first(a):
        print(f"{name} has {a}")
        def has_both(b):
            print(f"{name} has {a + b}")
        fetch(second).add_callback(has_both)
    print(f"{name} asks")
    fetch(first).add_callback(has_first)
# endregion

async def main():
    job("Ada", 1, 3)
    job("Grace", 2, 1)
    await asyncio.sleep(5)
