import asyncio


async def program():
    return 7


main = asyncio.run(program())
print(main)
