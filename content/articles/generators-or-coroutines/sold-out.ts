// title: Sold out, and shipped
// question: Ink is sold out, and `order` calls `in_stock` without `await`. Which line does each of the two orders for ink print, and when?
// answer: `order` ships the ink at 0 s. The call gives a coroutine object, and an object is true. `checked_order` waits for the
//   answer and says at 1 s that ink is sold out.
// look: No step in the drawing belongs to the `in_stock` that `order` called. It never ran.

import { gather, sleep } from '@yieldpoint/scheduler';

async function inStock(item: string) {
  await sleep(1);
  return item !== 'ink';
}

async function order(item: string) {
  const answer: unknown = inStock(item);
  if (answer) {
    console.log(`order: ${item} shipped`);
  }
}

async function checkedOrder(item: string) {
  const answer = await inStock(item);
  if (!answer) {
    console.log(`checked order: ${item} is sold out`);
  }
}

export async function main() {
  await gather([order('ink'), checkedOrder('ink')]);
}
