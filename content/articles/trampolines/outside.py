def grind():
    print("grind: grinding")
    yield 2
    return "powder"

def coffee():
    powder = yield grind()
    print(f"coffee from {powder or 'nothing'}")

def main():
    for wish in coffee():
        print("coffee has yielded something")
