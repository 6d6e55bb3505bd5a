// title: Four: a deep chain and a flat one
// question: One page awaits through five coroutines before something yields, the other through two. Both yield once. In which order do the two lines
//   come?
// answer: "deep is done", then "flat is done", because the deep page was first in the queue. Awaiting a coroutine takes no iteration of the loop,
//   however deep the chain is.
// look: Both lanes have one gap, and both are resumed in the same iteration.
// lines: In TypeScript `if` and `await` are one line, to which each call comes. In Python `await` has a line of its own, to which the last
//   call does not come.

import { gather, sleep } from '@yieldpoint/scheduler';

async function deep(level: number) {
  if (level > 0) await deep(level - 1);
  else await sleep(0);
}

async function page(name: string, level: number) {
  await deep(level);
  console.log(`${name} is done`);
}

export async function main() {
  await gather([page('deep', 3), page('flat', 0)]);
}
