// title: Three orders, all at once or one at a time
// question: Each page of orders takes 2 s to arrive, and both exports begin at 0 s. Which six lines are printed, in which order?
// answer: "each: order 1" at 2 s and "each: order 2" at 4 s, because `read_each` hands an order out at each `yield`. The three lines of `export_all`
//   come at 6 s, because `read_all` returns only when its list is full. "each: order 3" is the last.
// look: Two lanes for two tasks, and none for `read_each`: its waits are gaps in the lane of `export_each`.

import { gather, sleep } from '@yieldpoint/scheduler';

async function readAll() {
  const orders: string[] = [];
  for (const page of [1, 2, 3]) {
    await sleep(2);
    orders.push(`order ${page}`);
  }
  return orders;
}

async function* readEach() {
  for (const page of [1, 2, 3]) {
    await sleep(2);
    yield `order ${page}`;
  }
}

async function exportAll() {
  for (const order of await readAll()) {
    console.log(`all: ${order}`);
  }
}

async function exportEach() {
  for await (const order of readEach()) {
    console.log(`each: ${order}`);
  }
}

export async function main() {
  await gather([exportAll(), exportEach()]);
}
