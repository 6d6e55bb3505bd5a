import asyncio

async def main():
    loop = asyncio.get_running_loop()
    def log():
        print("log: connected")
    def retry():
        print("retry the upload")
    def ping():
        print("ping the database")
    def expire():
        print("session expires")
    loop.call_later(12, expire)
    loop.call_later(4, retry)
    loop.call_later(7, ping)
    loop.call_soon(log)
    print("main waits")
    await asyncio.sleep(13)
    print("main ends")
