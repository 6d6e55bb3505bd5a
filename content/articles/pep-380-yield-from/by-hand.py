def talk():
    try:
        return (yield "a word, please")
    except ValueError:
        return "nothing"

def outer(inner):
    try:
        out = next(inner)
        while True:
            try:
                value = yield out
            except GeneratorExit:
                inner.close()
                raise
            except BaseException as error:
                out = inner.throw(error)
            else:
                out = inner.send(value)
    except StopIteration as end:
        yield f"heard {end.value}"

def main():
    conversation = outer(talk())
    print(next(conversation))
    print(conversation.throw(ValueError()))
    conversation.close()
