// title: Three that read to the end, and one that waits to be asked
// question: `read_each` waits 1 s before each of its two items. `main` makes a list, a set, a dictionary and a generator expression from
//   it, one after the other. At which times do the six lines come?
// answer: At 2, 4, 6, 6, 7 and 8 s. The first three read the source to its end before they have a value. The generator
//   expression is made without a wait, and reads one item each time it is asked.
// look: Between the two lines at 6 s `main` does not suspend.
// lines: In TypeScript the loop and what it prints are one line, in Python two.

import { collect, collectSet, sleep } from '@yieldpoint/scheduler';
import { collectLazily, collectMap } from '@yieldpoint/scheduler';

async function* readEach() {
  for (const item of ['tea', 'rice']) {
    await sleep(1);
    yield item;
  }
}

const upper = (item: string) => item.toUpperCase();
const last = (item: string) => item.at(-1);
const entry = (item: string) => [item, item.length] as const;

export async function main() {
  const list = await collect(readEach(), upper);
  console.log(`list: ${list.join(' ')}`);
  const set = await collectSet(readEach(), last);
  console.log(`set of ${set.size}`);
  const lengths = await collectMap(readEach(), entry);
  console.log(`dictionary: rice is ${lengths.get('rice')}`);
  const lazy = collectLazily(readEach(), upper);
  console.log('generator expression');
  for await (const item of lazy) console.log(item);
}
