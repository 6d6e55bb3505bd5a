// title: A heartbeat that comes late
// question: Four beats are due, one every second from 0 s on. At 1.5 s `main` calls `count_rows`, which blocks for 2 s. When do the
//   beats come?
// answer: At 0, 1, 3.5 and 4.5 s. The third was due at 2 s, while the thread was inside `count_rows`, and the loop that fires the
//   timer needs that thread. The fourth is due 1 s after the third has come.
// look: The lane of `beat` waits past its deadline while the lane of `main` is running.
// axis: time

import { block, createTask, sleep } from '@yieldpoint/scheduler';

function countRows() {
  block(2);
}

async function beat() {
  for (const number of [1, 2, 3, 4]) {
    console.log(`beat ${number}`);
    await sleep(1);
  }
}

export async function main() {
  const beating = createTask(beat());
  await sleep(1.5);
  countRows();
  await beating;
}
