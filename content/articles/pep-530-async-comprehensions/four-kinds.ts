// title: Three that read to the end and one that waits to be asked
// question: `words` waits 1 s before each of its two words. A list, a set, a dictionary and a generator expression are made from
//   it, one after the other. At which times are the six lines printed?
// answer: At 2, 4, 6, 6, 7 and 8 s. The first three read the source to its end before they give anything. The generator
//   expression is made in no time and reads one word whenever it is asked for one.
// look: Between the two lines at 6 s `main` does not let go.

import { collect, collectSet, sleep } from '@yieldpoint/scheduler';
import { collectLazily, collectMap } from '@yieldpoint/scheduler';

async function* words() {
  for (const word of ['tea', 'rice']) {
    await sleep(1);
    yield word;
  }
}

const upper = (word: string) => word.toUpperCase();
const last = (word: string) => word.at(-1);
const entry = (word: string) => [word, word.length] as const;

export async function main() {
  const list = await collect(words(), upper);
  console.log(`list: ${list.join(' ')}`);
  const set = await collectSet(words(), last);
  console.log(`set of ${set.size}`);
  const lengths = await collectMap(words(), entry);
  console.log(`dictionary: rice is ${lengths.get('rice')}`);
  const lazy = collectLazily(words(), upper);
  console.log('generator expression');
  for await (const word of lazy) console.log(word);
}
