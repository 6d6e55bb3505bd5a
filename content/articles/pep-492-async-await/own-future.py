class Future:
    done = False
    result = None
    # region await
    def __await__(self):
        if not self.done:
            yield self
        return self.result
    # endregion

async def fetch(reply):
    row = await reply
    return row.upper()

async def read_data(reply):
    return await fetch(reply)

def resume(reading):
    try:
        return reading.send(None)
    except StopIteration as end:
        print(f"returned {end.value}")

def main():
    reply = Future()
    reading = read_data(reply)
    waits_for = resume(reading)
    print(f"is it the reply? {waits_for is reply}".lower())
    reply.result, reply.done = "ada", True
    resume(reading)
    resume(read_data(reply))
