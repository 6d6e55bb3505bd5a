// title: The same call in a thread
// look: From 1.5 s on `main` waits, `count_rows` has a lane of its own, and the beats go on beside it.
// axis: time

import { createTask, sleep, toThread } from '@yieldpoint/scheduler';

function countRows() {
  return 512;
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
  const rows = await toThread(countRows, 2);
  console.log(`${rows} rows`);
  await beating;
}
