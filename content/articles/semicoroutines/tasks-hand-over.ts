// title: Baker and seller as tasks
// question: `bread.set()` makes the waiting seller ready. Does the seller sell before the baker's next line, "bell rung"?
// answer: No. `set()` hands control to nobody, and the baker keeps it up to its `await`. There the loop gets it, and the loop
//   resumes the seller.
// look: When the baker rings for the second time, the seller turns from waiting to ready. It is running only after the baker has
//   suspended.

import { Event, gather } from '@yieldpoint/scheduler';

async function baker(bread: Event, empty: Event) {
  for (const loaf of ['rye', 'oat']) {
    console.log(`baker: ${loaf} on the shelf`);
    bread.set();
    console.log('baker: bell rung');
    await empty.wait();
    empty.clear();
  }
}

async function seller(bread: Event, empty: Event) {
  for (const loaf of ['rye', 'oat']) {
    await bread.wait();
    bread.clear();
    console.log(`seller: ${loaf} sold`);
    empty.set();
  }
}

export async function main() {
  const [bread, empty] = [new Event(), new Event()];
  await gather([baker(bread, empty), seller(bread, empty)]);
}
