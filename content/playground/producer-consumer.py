import asyncio

async def download(names, pages):
    for name in names:
        await asyncio.sleep(1)
        print(f"{name} downloaded")
        await pages.put(name)

async def save(pages):
    while True:
        name = await pages.get()
        await asyncio.sleep(2)
        print(f"{name} saved")
        pages.task_done()

async def main():
    pages = asyncio.Queue(maxsize=1)
    saver = asyncio.create_task(save(pages), name="saver")
    await download(["index", "news", "about"], pages)
    await pages.join()
    saver.cancel()

asyncio.run(main())
