// title: A timeout that cancels its reader
// question: Both sources allow 2 s for an order and need 1 s for it. Saving an order takes 3 s, outside of both. Which lines are
//   printed, and when?
// answer: At 2 s "leaky: the export is canceled"; "tight" saves A1 at 4 s and A2 at 8 s. The `yield` of `leaky` is inside its
//   timeout, so the 2 s go on while the reader saves. What the timeout cancels is the task, and that is waiting in the reader.
// look: In the upper lane the wait that begins at 1 s is cut off at 2 s. The `sleep` that it cut off belongs to `export_from`.
// lines: In TypeScript the body of `async with` is a function of its own, and `exportFrom` waits for it at the line that calls it.

import { aclosing, asyncWith, CancelledError } from '@yieldpoint/scheduler';
import { gather, sleep, timeout } from '@yieldpoint/scheduler';

async function* leaky() {
  for (const order of ['A1', 'A2']) {
    await using _limit = timeout(2);
    await sleep(1);
    yield order;
  }
}

async function* tight() {
  for (const order of ['A1', 'A2']) {
    await asyncWith(timeout(2), () => sleep(1));
    yield order;
  }
}

async function exportFrom(make: typeof leaky) {
  const name = make.name;
  try {
    await asyncWith(aclosing(make()), async (source) => {
      for await (const order of source) {
        await sleep(3);
        console.log(`${name}: ${order} is saved`);
      }
    });
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    console.log(`${name}: the export is canceled`);
  }
}

export async function main() {
  await gather([exportFrom(leaky), exportFrom(tight)]);
}
