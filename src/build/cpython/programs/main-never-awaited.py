async def main():
    print("never")


main()
print("bottom")
