import asyncio

class LineProtocol:
    def __init__(self):
        self.line = asyncio.get_running_loop().create_future()
        self.received = ""
    def data_received(self, data):
        print(f"protocol got {len(data)} characters")
        self.received += data
        if self.received.endswith("\n"):
            self.line.set_result(self.received.strip())

class SlowTransport:
    def __init__(self, protocol):
        loop = asyncio.get_running_loop()
        loop.call_later(1, protocol.data_received, "GET /in")
        loop.call_later(3, protocol.data_received, "dex\n")

async def main():
    protocol = LineProtocol()
    SlowTransport(protocol)
    print(f"main has {await protocol.line}")
