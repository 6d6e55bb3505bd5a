import asyncio

class LineProtocol:
    def __init__(self):
        self.line = asyncio.Future()
        self.text = ""
    def data_received(self, data):
        print(f"got {len(data)} characters")
        self.text += data
        if self.text.endswith("\n"):
            self.line.set_result(self.text.strip())

def slow_transport(to):
    loop = asyncio.get_running_loop()
    loop.call_later(1, to.data_received, "GET /in")
    loop.call_later(3, to.data_received, "dex\n")

async def main():
    protocol = LineProtocol()
    slow_transport(protocol)
    print(f"main has {await protocol.line}")
