// title: Two uploads, and one of them fails
// question: The upload of orders fails after 1 s, and the one of users takes 3 s. `main` starts both with `gather`, and 4 s after
//   the failure with a task group. Which lines are printed, and when?
// answer: At 1 s "gather: failed, nothing is running", and at 3 s "users uploaded": that upload was running all the time. At 6 s "group: failed,
//   nothing is running", and no line follows. The group has canceled the other upload and waited for it.
// look: In the first half the lane of `users` goes on after `main` has printed. In the second half it is canceled at 6 s, before `main` prints.
// lines: In TypeScript the body of `async with` is a function of its own. In Python `main` comes back to the line of `async with` when its
//   block ends.

import { asyncWith, ExceptionGroup, gather, sleep, TaskGroup } from '@yieldpoint/scheduler';

class OSError extends Error {}

async function upload(name: string, seconds: number) {
  await sleep(seconds);
  if (name === 'orders') throw new OSError('disk is full');
  console.log(`${name} uploaded`);
}

async function start(group: TaskGroup) {
  group.createTask(upload('orders', 1));
  group.createTask(upload('users', 3));
}

export async function main() {
  try {
    await gather([upload('orders', 1), upload('users', 3)]);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    console.log('gather: failed, nothing is running');
  }
  await sleep(4);
  try {
    await asyncWith(new TaskGroup(), start);
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    console.log('group: failed, nothing is running');
  }
  await sleep(4);
}
