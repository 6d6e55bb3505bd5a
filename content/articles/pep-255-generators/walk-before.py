D = ((None, "C", None), "D", None)
tree = ((None, "A", None), "B", D)

def walk(node, visit):
    if node:
        walk(node[0], visit)
        visit(node[1])
        walk(node[2], visit)

class Walk:
    def __init__(self):
        self.node, self.above = tree, []
    def __iter__(self): return self
    def __next__(self):
        while self.node:
            self.above.append(self.node)
            self.node = self.node[0]
        if not self.above:
            raise StopIteration
        left, label, self.node = self.above.pop()
        return label

def main():
    walk(tree, lambda x: print(f"callback {x}"))
    for label in Walk():
        print(f"class {label}")
        if label == "B":
            break
