// title: Five suspensions and no `await` in `main`
// question: Opening takes 1 s, each row 2 s, the end of the rows 2 s and closing 1 s. At which times are the lines printed?
// answer: At 1, 3, 5 and 8 s. `async for` also waits for the call that says there are no more rows, from 5 s to 7 s, and
//   `async with` waits once more on the way out.
// look: One lane with five gaps: one to enter, three to iterate, one to leave.
// lines: In TypeScript the body of `async with` is a function of its own, and `main` waits for it at the line that calls it.

import { asyncWith, sleep } from '@yieldpoint/scheduler';

class Rows {
  names = ['Ada', 'Grace'].values();
  async aenter() {
    await sleep(1);
    console.log('open');
    return this;
  }
  async aexit() {
    await sleep(1);
    console.log('closed');
  }
  [Symbol.asyncIterator]() {
    return this;
  }
  async next() {
    await sleep(2);
    return this.names.next();
  }
}

export async function main() {
  await asyncWith(new Rows(), async (rows) => {
    for await (const name of rows) console.log(name);
  });
}
