// title: The same source, as a class and as a generator
// question: Each source waits 2 s before each of its two rows. Which of the two lags behind the other, and by how much?
// answer: Neither. Row 1 comes out of both at 2 s and row 2 at 4 s, in the same iterations of the loop. What differs is who
//   remembers the place: an attribute, or the frame.
// look: The two lanes have the same segments, one under the other.

import { gather, sleep } from '@yieldpoint/scheduler';

const end = { done: true, value: undefined } as const;

// region class
class Rows {
  row = 0;
  [Symbol.asyncIterator]() {
    return this;
  }
  async next() {
    if (this.row === 2) return end;
    await sleep(2);
    this.row += 1;
    return { done: false, value: this.row } as const;
  }
}
// endregion

// region generator
async function* rows() {
  for (const row of [1, 2]) {
    await sleep(2);
    yield row;
  }
}
// endregion

type Source = AsyncIterable<number>;

async function watch(name: string, source: Source) {
  for await (const row of source) {
    console.log(`${name}: row ${row}`);
  }
}

export async function main() {
  const byClass = watch('class', new Rows());
  const byGenerator = watch('generator', rows());
  await gather([byClass, byGenerator]);
}
