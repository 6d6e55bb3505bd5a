// title: The same source, as a class and as a generator
// question: Each source has two pages and waits 2 s for each. Does one of the two exports print its orders before the other?
// answer: No. Order 1 comes out of both at 2 s and order 2 at 4 s, in the same iterations of the loop.
// look: The two lanes have the same segments, one under the other. At a wait, the card of `read_each` has `page` in it; the
//   class keeps its `page` in the object.

import { gather, sleep } from '@yieldpoint/scheduler';

const end = { done: true, value: undefined } as const;

// region class
class Orders {
  page = 0;
  [Symbol.asyncIterator]() {
    return this;
  }
  async next() {
    if (this.page === 2) return end;
    await sleep(2);
    this.page += 1;
    return { done: false, value: `order ${this.page}` } as const;
  }
}
// endregion

// region generator
async function* readEach() {
  for (const page of [1, 2]) {
    await sleep(2);
    yield `order ${page}`;
  }
}
// endregion

type Source = AsyncIterable<string>;

async function exportFrom(name: string, source: Source) {
  for await (const order of source) {
    console.log(`${name}: ${order}`);
  }
}

export async function main() {
  const byClass = exportFrom('class', new Orders());
  const byGenerator = exportFrom('generator', readEach());
  await gather([byClass, byGenerator]);
}
