import asyncio

balance = 0

async def note(text, seconds):
    if seconds > 0:
        await asyncio.sleep(seconds)
    print(text)

# region withdraw
async def withdraw(name, seconds):
    global balance
    if balance < 80:
        return
    # gevent: the next line without await
    await note(f"{name} takes 80", seconds)
    balance -= 80
# endregion

async def main():
    global balance
    for seconds in (0, 1):
        balance = 100
        ada = withdraw("Ada", seconds)
        grace = withdraw("Grace", seconds)
        await asyncio.gather(ada, grace)
        print(f"{balance} left")
