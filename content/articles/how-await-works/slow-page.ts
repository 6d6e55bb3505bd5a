// title: Two calls, and then two awaits
// question: The user takes 2 s to fetch, and the orders take 3 s. Both calls come before the first `await`. Which five lines are printed,
//   in which order, and when does the last one come?
// answer: "both are called" is the first line, and "orders" comes last, at 5 s. A call of an `async def` runs nothing of it. The first
//   `await` runs the first coroutine to its end, and only then does the second `await` run the other.
// look: One lane, and its two waits come one after the other.

import { sleep } from '@yieldpoint/scheduler';

async function fetch(name: string, seconds: number) {
  console.log(`ask for ${name}`);
  await sleep(seconds);
  return name;
}

export async function main() {
  const user = fetch('user', 2);
  const orders = fetch('orders', 3);
  console.log('both are called');
  console.log(await user);
  console.log(await orders);
}
