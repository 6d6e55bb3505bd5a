// title: A scope of your own
// question: One upload fails after 1 s and the other takes 9 s, while the body of the block sleeps for 4 s. Which lines are printed, and when?
// answer: "the body is over" and "an upload has failed", both at 4 s. `Scope` looks at its tasks when the body has ended, and then it cancels the upload
//   that is left.
// lines: In TypeScript the body of `async with` is a function of its own, `body`, and `work` waits for it at the line that calls it.
// look: The upload of orders fails at 1 s, and the lane of `main` sleeps on until 4 s. Then the upload of users is canceled.

import { asyncWith, ExceptionGroup, gather, sleep } from '@yieldpoint/scheduler';
import { createTask, type Task, wait } from '@yieldpoint/scheduler';

// region scope
class Scope {
  tasks: Task<void>[] = [];
  createTask(coroutine: Promise<void>) {
    const task = createTask(coroutine);
    this.tasks.push(task);
  }
  async aenter() {
    return this;
  }
  async aexit(_error: unknown) {
    const first = 'FIRST_EXCEPTION';
    const { pending: rest } = await wait(this.tasks, {
      returnWhen: first,
    });
    for (const task of rest) task.cancel();
    const ends = await gather(this.tasks, { returnExceptions: true });
    const failed = ends.filter((end) => (end as unknown) instanceof OSError);
    if (failed.length > 0) throw new ExceptionGroup('in the scope', failed);
  }
}
// endregion

class OSError extends Error {}

async function upload(name: string, seconds: number) {
  await sleep(seconds);
  if (name === 'orders') throw new OSError('disk is full');
}

async function work(scope: Scope) {
  async function body() {
    scope.createTask(upload('orders', 1));
    scope.createTask(upload('users', 9));
    await sleep(4);
    console.log('the body is over');
  }
  await asyncWith(scope, body);
}

export async function main() {
  try {
    await work(new Scope());
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    console.log('an upload has failed');
  }
}
