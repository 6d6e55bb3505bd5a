// title: Charged and not shipped
// question: Looking up the stock used to take a second. The number is in memory now, and in both functions the wait has become a comment. Which lines
//   do the two orders print?
// answer: "order: card charged", "new order: card charged" and "new order: shipped, 3 were left". Without its `yield from`, `stock` is a plain
//   function, and its call gives the number 3. `yield from 3` is a `TypeError`, and the card has been charged by then. An `async def` without an
//   `await` is still a coroutine function.
// look: Both lanes do the same up to 2 s. Then the lane of `order` fails one line below the charge, and the other returns.

import { gather, sleep, type Awaitable } from '@yieldpoint/scheduler';

function stock(_item: string): Awaitable<number> {
  // yield* sleep(1);
  return 3 as any;
}

async function newStock(_item: string) {
  // await sleep(1);
  return 3;
}

function* order(item: string) {
  yield* sleep(2);
  console.log('order: card charged');
  const left = yield* stock(item);
  console.log(`order: shipped, ${left} were left`);
}

async function newOrder(item: string) {
  await sleep(2);
  console.log('new order: card charged');
  const left = await newStock(item);
  console.log(`new order: shipped, ${left} were left`);
}

export async function main() {
  const both = [order('tea'), newOrder('tea')];
  await gather(both, { returnExceptions: true });
}
