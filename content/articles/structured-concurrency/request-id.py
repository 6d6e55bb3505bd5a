import asyncio
from contextvars import ContextVar

request = ContextVar("request", default="none")

def log(text):
    print(f"[{request.get()}] {text}")

async def read(table, seconds):
    request.set(f"{request.get()}/{table}")
    await asyncio.sleep(seconds)
    log("is read")

async def name_request(name):
    request.set(name)

async def read_all(seconds):
    async with asyncio.TaskGroup() as group:
        group.create_task(read("users", seconds))

async def handle(name, seconds):
    await name_request(name)
    log("begins")
    await read_all(seconds)
    log("ends")

async def handle_all():
    async with asyncio.TaskGroup() as group:
        group.create_task(handle("Ada", 2))
        group.create_task(handle("Grace", 1))

async def main():
    await handle_all()
    log("main ends")
