import asyncio
import contextvars
import threading

user = contextvars.ContextVar("user", default="nobody")
local = threading.local()
local.name = "main"


def look():
    return user.get(), hasattr(local, "name")


async def main():
    user.set("ada")
    print(await asyncio.to_thread(look))
    print(await asyncio.get_running_loop().run_in_executor(None, look))
    print(local.name)


asyncio.run(main())
