// title: Two calls, and then two awaits
// question: The page needs a user, which takes 2 s, and orders, which take 3 s. Both calls come before the first `await`. When is
//   "orders" printed, and which line is printed first?
// answer: "orders" comes at 5 s, and "both are called" is the first line. A call of an `async def` runs nothing of it. The first
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
