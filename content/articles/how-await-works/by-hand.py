class Timer:
    def __init__(self, seconds):
        self.seconds = seconds
    def __await__(self):
        answer = yield self
        return answer

async def fetch(name, seconds):
    answer = await Timer(seconds)
    return f"{name} {answer}"

async def page():
    user = await fetch("user", 2)
    orders = await fetch("orders", 3)
    return f"{user}, {orders}"

def main():
    made = page()
    timer = made.send(None)
    print(f"out comes a timer of {timer.seconds} s")
    timer = made.send("after 2 s")
    print(f"out comes a timer of {timer.seconds} s")
    try:
        made.send("after 3 s")
    except StopIteration as end:
        print(end.value)
