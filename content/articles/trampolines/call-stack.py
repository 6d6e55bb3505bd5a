def trampoline(outermost):
    stack, value = [outermost], None
    while stack:
        print(f"resume number {len(stack)}")
        try:
            callee = stack[-1].send(value)
            stack.append(callee)
            value = None
        except StopIteration as end:
            stack.pop()
            value = end.value
    return value

def weigh():
    return 18
    yield  # never reached; makes weigh a generator

def grind():
    grams = yield weigh()
    return f"{grams} g of powder"

def coffee():
    powder = yield grind()
    return f"coffee from {powder}"

def main():
    print(trampoline(coffee()))
