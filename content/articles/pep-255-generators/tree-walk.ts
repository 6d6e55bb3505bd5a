// title: A tree in order, with a generator
// question: Each node that is reached gets a generator of its own. How many generators stand suspended while `main` prints C?
// answer: Three. The generator of C yields to that of D, which yields to that of B, and that one yields to `main`. The generator
//   of A has ended.
// look: Follow C. It leaves at the bottom, is handed on twice, and three lanes stay suspended behind it.

type Node = [Node | null, string, Node | null];
const D: Node = [[null, 'C', null], 'D', null];
const tree: Node = [[null, 'A', null], 'B', D];

function* walk(node: Node): Generator<string> {
  const [left, label, right] = node;
  if (left) {
    for (const below of walk(left)) yield below;
  }
  yield label;
  if (right) {
    for (const below of walk(right)) yield below;
  }
}

export function main() {
  for (const label of walk(tree)) {
    console.log(label);
  }
}
