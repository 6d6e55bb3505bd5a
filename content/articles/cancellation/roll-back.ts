// title: A `finally` that awaits
// question: The transfer is canceled at 1 s, and rolling back takes 2 s. Which lines are printed, and when?
// answer: "rolling back" at 1 s, "rolled back" and "the transfer has ended" at 3 s. The request has been delivered at 1 s, so the `await` in
//   the `finally` is like any other.
// look: After the request the lane of `transfer` waits again, for 2 s, and only then is it canceled.
// axis: time

import { createTask, sleep, wait } from '@yieldpoint/scheduler';

async function transfer() {
  try {
    await sleep(10);
  } finally {
    console.log('rolling back');
    await sleep(2);
    console.log('rolled back');
  }
}

export async function main() {
  const task = createTask(transfer());
  await sleep(1);
  task.cancel();
  await wait([task]);
  console.log('the transfer has ended');
}
