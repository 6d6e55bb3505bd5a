// title: A report that does not let go
// question: Two clients give way after each of three requests. The report has three pages and gives way once, after page 2.
//   What is printed between its pages?
// answer: Nothing between page 1 and page 2, however long the counting takes: there is no `await` between them. Between page 2
//   and page 3 each of the clients has a turn.
// look: The number in a ready lane is its place in the queue. While the report runs, the clients keep their places. The clock
//   stands at 0 s from beginning to end, because it cannot see work.

import { gather, sleep } from '@yieldpoint/scheduler';

function countTo(limit: number) {
  let rows = 0;
  while (rows < limit) rows += 1;
  return rows;
}

async function client(number: number) {
  for (const request of [1, 2, 3]) {
    console.log(`client ${number}: request ${request}`);
    await sleep(0);
  }
}

async function report() {
  for (const page of [1, 2, 3]) {
    console.log(`page ${page}: ${countTo(100_000)} rows`);
    if (page === 2) await sleep(0);
  }
}

export async function main() {
  await gather([client(1), report(), client(2)]);
}
