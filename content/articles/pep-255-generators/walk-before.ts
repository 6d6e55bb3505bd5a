// title: A tree in order, without generators
// question: Both readers want the labels up to B. How many lines does the program print?
// answer: Six. The callback cannot stop a walk that it does not drive, and it is called for all four labels. The class is
//   asked for two, and the rest of the tree stays unread.
// look: Nothing suspends, so all six lines are the program's own. Between two of them the class remembers how far it is.

type Node = [Node, string, Node] | null;
const D: Node = [[null, 'C', null], 'D', null];
const tree: Node = [[null, 'A', null], 'B', D];

function walk(node: Node, visit: (x: string) => void) {
  if (!node) return;
  walk(node[0], visit);
  visit(node[1]);
  walk(node[2], visit);
}

class Walk {
  node = tree;
  above: Node[] = [];
  [Symbol.iterator] = () => this;

  next() {
    for (; this.node; this.node = this.node[0]) {
      this.above.push(this.node);
    }
    const top = this.above.pop();
    if (!top) return { done: true, value: '' };
    this.node = top[2];
    return { done: false, value: top[1] };
  }
}

export function main() {
  walk(tree, (x) => console.log(`callback ${x}`));
  for (const label of new Walk()) {
    console.log(`class ${label}`);
    if (label === 'B') break;
  }
}
