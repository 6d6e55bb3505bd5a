D = ((None, "C", None), "D", None)
tree = ((None, "A", None), "B", D)

def walk(node):
    left, label, right = node
    if left:
        for below in walk(left):
            yield below
    yield label
    if right:
        for below in walk(right):
            yield below

def main():
    for label in walk(tree):
        print(label)
