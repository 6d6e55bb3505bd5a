// title: A list where a coroutine was expected
// question: `orders_of` is a plain function that returns a list, and today the list is empty. Both reports treat it as a
//   coroutine function. At what time does each of them fail?
// answer: `new_report` fails at 0 s, in the line with the `await`. `report` gets through its `yield from` with the value `None`,
//   sends the cover page, sleeps, and fails at 2 s, where it takes the length of `None`.
// look: The lane of `new_report` fails before it has waited at all. The lane of `report` waits for 2 s and fails after that.

import type { Awaitable } from '@yieldpoint/scheduler';
import { ensureFuture, gather, sleep } from '@yieldpoint/scheduler';

function ordersOf(_customer: string): Awaitable<string[]> {
  return [] as any;
}

function* report(customer: string) {
  const orders = yield* ordersOf(customer);
  console.log('report: cover page sent');
  yield* sleep(2);
  console.log(`report: ${orders.length} orders`);
}

async function newReport(customer: string) {
  const orders = await ensureFuture(ordersOf(customer));
  console.log('new report: cover page sent');
  await sleep(2);
  console.log(`new report: ${orders.length} orders`);
}

export async function main() {
  const both = [report('Ada'), newReport('Ada')];
  await gather(both, { returnExceptions: true });
}
