// title: A source that is told how its orders were received
// question: There are five orders, and the first batch has a size of 1. `main` answers it with the number 2, the next with an error and
//   the third with `None`. Which batch does it get after each answer?
// answer: "A2 A3", then "A2 A3" once more, then "A4 A5". `asend(2)` makes 2 the value of the suspended `yield`. `athrow` raises the
//   error there, so `start` stays as it is. Each answer takes 1 s, because the source waits before its next `yield`.
// look: Before each of the first four batches `main` waits at the line of the `sleep` in `batches`.

import { anext, asend, athrow, sleep, TimeoutError } from '@yieldpoint/scheduler';

type Batches = AsyncGenerator<string, void, number | null>;

async function* batches(orders: string[]): Batches {
  let size = 1;
  let start = 0;
  while (start < orders.length) {
    await sleep(1);
    const batch = orders.slice(start, start + size);
    try {
      size = (yield batch.join(' ')) || size;
      start += batch.length;
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      console.log('not saved: the same batch again');
    }
  }
}

export async function main() {
  const source = batches(['A1', 'A2', 'A3', 'A4', 'A5']);
  console.log(await anext(source));
  console.log(await asend(source, 2));
  console.log(await athrow(source, new TimeoutError()));
  console.log(await asend(source, null));
  console.log(await anext(source, 'no more'));
}
