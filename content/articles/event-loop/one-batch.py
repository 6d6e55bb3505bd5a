import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def save():
        print("save the row")
        loop.call_soon(audit)
    def reply():
        print("reply to the client")
    def audit():
        print("audit, requested by save")
    def retry():
        print("retry, a timer of 0 s")
    loop.call_later(0, retry)
    loop.call_soon(save)
    loop.call_soon(reply)
    print("main suspends")
    await asyncio.sleep(0)
    print("main resumes")
