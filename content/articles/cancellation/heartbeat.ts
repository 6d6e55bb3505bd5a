// title: A heartbeat that is stopped when its block is left
// question: At 1 s the block is left, and `__aexit__` stops the heartbeat, whose goodbye takes 2 s. At 2 s the client is gone, and `main`
//   cancels `answer`. Which lines are printed?
// answer: "the client is gone" and "the answer is sent", both at 2 s. `answer` awaits the heartbeat, so the request is passed on, cuts off the
//   goodbye, and comes back as a `CancelledError` that `suppress` swallows.
// look: At 2 s the lane of `beat` ends as canceled and the lane of `answer` ends as done.
// lines: In TypeScript the body of `async with` is a function of its own, and `answer` waits for it at the line that calls it.

import { asyncWith, CancelledError } from '@yieldpoint/scheduler';
import { createTask, sleep, type Task, wait } from '@yieldpoint/scheduler';

async function beat() {
  try {
    await sleep(60);
  } finally {
    await sleep(2);
    console.log('goodbye');
  }
}

class Heartbeat {
  task!: Task<void>;
  async aenter() {
    this.task = createTask(beat());
  }
  async aexit() {
    this.task.cancel();
    try {
      await this.task;
    } catch (error) {
      if (!(error instanceof CancelledError)) throw error;
    }
  }
}

async function answer() {
  await asyncWith(new Heartbeat(), async () => {
    await sleep(1);
  });
  console.log('the answer is sent');
}

export async function main() {
  const task = createTask(answer());
  await sleep(2);
  console.log('the client is gone');
  task.cancel();
  await wait([task]);
}
