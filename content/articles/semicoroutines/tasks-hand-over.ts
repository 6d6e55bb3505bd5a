// title: A queue that is emptied too late
// question: `load` awaits each `put`, and `check` waits for rows. The first queue has no limit, the second one holds one row. How
//   many rows has `load` put when `check` prints its first, in each case?
// answer: Three, and one. A `put` into a queue that is not full does not suspend, so `load` goes on until it has no more rows. With a
//   limit of one row, the second `put` has to wait, and the loop runs `check`.
// look: Compare the two lanes of `load`. The first runs to its end in one piece. The second is waiting twice.

import { gather, Queue } from '@yieldpoint/scheduler';

async function load(rows: Queue<number>) {
  for (const number of [1, 2, 3]) {
    console.log(`load: row ${number}`);
    await rows.put(number);
  }
}

async function check(rows: Queue<number>) {
  for (let left = 3; left > 0; left -= 1) {
    const number = await rows.get();
    console.log(`check: row ${number}`);
  }
}

export async function main() {
  for (const size of [0, 1]) {
    console.log(`a queue with maxsize ${size}`);
    const rows = new Queue<number>(size);
    await gather([load(rows), check(rows)]);
  }
}
