// title: A save with a `shield`
// question: Saving takes 2 s and must not be cut off, so it has a `shield`. After 1 s the client goes away, and its request is canceled. Which lines are
//   printed?
// answer: "row 7: the transaction begins" and, at 1 s, "no request is left". `save` outlives its request, but `main` does not know of it and
//   ends, and the end of the run cancels `save`.
// look: At 1 s `handle` is canceled and the lane of `save` goes on. It is cut off when `main` has returned.

import { createTask, shield, sleep, wait } from '@yieldpoint/scheduler';

async function save(row: string) {
  console.log(`${row}: the transaction begins`);
  await sleep(2);
  console.log(`${row}: committed`);
}

async function handle(row: string) {
  await shield(save(row));
}

export async function main() {
  const request = createTask(handle('row 7'));
  await sleep(1);
  request.cancel();
  await wait([request]);
  console.log('no request is left');
}
