import asyncio

def count_primes(limit):
    return sum(all(n % d for d in range(2, n)) for n in range(2, limit))

async def client(name):
    for request in (1, 2, 3):
        print(f"{name}: request {request}")
        await asyncio.sleep(0)

async def report(gives_way):
    for page in (1, 2):
        print(f"page {page}: {count_primes(500)} primes")
        if gives_way:
            await asyncio.sleep(0)

async def main():
    await asyncio.gather(client("ann"), report(False), client("bob"))
    print("again, giving way")
    await asyncio.gather(client("ann"), report(True), client("bob"))
