// title: Two tickers, each in its own time
// question: The slow ticker hands out 2 numbers and waits 5 s after each, the fast one hands out 3 and waits 2 s after each.
//   When does each of the two loops end?
// answer: The fast one at 6 s and the slow one at 10 s. A ticker also waits after its last number, because it cannot know
//   that nobody will ask for more.
// look: There are two lanes for two tasks, and none for the tickers. Whatever a ticker waits for, the task that asked it waits
//   for.

import { gather, sleep } from '@yieldpoint/scheduler';

// region ticker
async function* ticker(delay: number, to: number) {
  for (let tick = 0; tick < to; tick += 1) {
    yield tick;
    await sleep(delay);
  }
}
// endregion

async function watch(name: string, delay: number, to: number) {
  for await (const tick of ticker(delay, to)) {
    console.log(`${name} ${tick}`);
  }
  console.log(`${name} ends`);
}

export async function main() {
  await gather([watch('slow', 5, 2), watch('fast', 2, 3)]);
}
