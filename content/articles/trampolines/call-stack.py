# region trampoline
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
# endregion

def connect():
    return "connection 7"
    yield  # never reached; makes connect a generator

def fetch():
    connection = yield connect()
    return f"rows by {connection}"

def report():
    rows = yield fetch()
    return f"report on {rows}"

def main():
    print(trampoline(report()))
