// title: An upload that is canceled
// question: Sending takes 2 s. After 1 s the user cancels the upload, and `main` waits until the task has ended. Which lines are printed,
//   and when?
// answer: At 1 s "the user presses Cancel", "failed, trying again" and "attempt 2", and at 3 s "photo is stored". `cancel()` raises an
//   exception at the `await` of `send`, and the bare `except` treats it as a failed attempt.
// look: In the lane of `upload` the first wait is cut off at 1 s, and a second wait of 2 s begins at once.

import { createTask, sleep } from '@yieldpoint/scheduler';

async function send(name: string) {
  await sleep(2);
  console.log(`${name} is stored`);
}

async function upload(name: string) {
  for (const attempt of [1, 2, 3]) {
    try {
      console.log(`attempt ${attempt}`);
      await send(name);
      return;
    } catch {
      console.log('failed, trying again');
    }
  }
}

export async function main() {
  const task = createTask(upload('photo'));
  await sleep(1);
  console.log('the user presses Cancel');
  task.cancel();
  await task;
}
