// title: An update lost in one line
// question: Two tasks add 10 and 20 to a total of 0, once with the `await` inside the addition and once before it. Which totals
//   are printed?
// answer: 20 and 30. `total += await …` reads `total` before it suspends and writes after it resumes, so the second task
//   overwrites what the first one added.
// look: Both lanes of the first pair run once before the wait and once after. What happens in between is the other task.

import { gather, sleep } from '@yieldpoint/scheduler';

let total = 0;

async function price(amount: number) {
  await sleep(1);
  return amount;
}

async function addInside(amount: number) {
  total += await price(amount);
}

async function addAfter(amount: number) {
  const paid = await price(amount);
  total += paid;
}

export async function main() {
  await gather([addInside(10), addInside(20)]);
  console.log(`await inside the addition: ${total}`);
  total = 0;
  await gather([addAfter(10), addAfter(20)]);
  console.log(`await before the addition: ${total}`);
}
