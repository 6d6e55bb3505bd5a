// title: The last `yield` is gone
// question: Both functions that look up the stock used to wait and no longer do. The line with the wait is a comment now.
//   Which of the shops still works?
// answer: The new one. A coroutine function without an `await` is still a coroutine function. `stock` has become a plain
//   function, its call gives the number 3, and a number cannot be delegated to. The customer has paid by then.
// look: The two lanes go side by side up to 2 s. Nothing before that tells the shops apart.

import { gather, sleep, type Awaitable } from '@yieldpoint/scheduler';

function stock(_item: string): Awaitable<number> {
  // yield* sleep(1);
  return 3 as any;
}

async function nativeStock(_item: string) {
  // await sleep(1);
  return 3;
}

function* oldShop() {
  yield* sleep(2);
  console.log('old shop: card charged');
  const left = yield* stock('tea');
  console.log(`old shop: ${left} left`);
}

async function newShop() {
  await sleep(2);
  console.log('new shop: card charged');
  const left = await nativeStock('tea');
  console.log(`new shop: ${left} left`);
}

export async function main() {
  try {
    await gather([newShop(), oldShop()]);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.log('a shop has failed');
  }
}
