// title: Two readers of one source
// question: Both readers get every size, and the source is read once. How many sizes are kept after the first reader has gone
//   through all three, and what is the total of the second?
// answer: Three are kept, and the total is 60. Each size that the first reader takes from the source is put aside for the second one,
//   which has not begun.
// look: `back` is the list of the second reader. It grows by one with each size that the first reader hands out.

function* reader(sizes: Iterator<number>, mine: number[], other: number[]) {
  while (true) {
    if (mine.length === 0) {
      const size = sizes.next();
      if (size.done) return;
      mine.push(size.value);
      other.push(size.value);
    }
    yield mine.shift()!;
  }
}

export function main() {
  const sizes = [20, 30, 10].values();
  const [front, back]: [number[], number[]] = [[], []];
  const first = reader(sizes, front, back);
  const second = reader(sizes, back, front);
  let largest = 0;
  for (const size of first) largest = Math.max(largest, size);
  console.log(`largest ${largest}`);
  console.log(`${back.length} sizes are kept`);
  let total = 0;
  for (const size of second) total += size;
  console.log(`total ${total}`);
}
