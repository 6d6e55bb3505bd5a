// title: A scope of your own, and a task group
// question: One upload fails after 1 s, while the body of the block sleeps for 4 s. The block is run with `Scope` first and then with a
//   `TaskGroup`. Which lines are printed, and when?
// answer: With `Scope` "the body is over" and "an upload has failed", both at 4 s: it looks at its tasks when the body has ended. With the group "an upload
//   has failed" at 5 s, and the body is never over, because the group cancels it too.
// lines: In TypeScript the body of `async with` is a function of its own, `body`, and `work` waits for it at the line that calls it.
// look: In the first half `main` sleeps until 4 s, in the second half it is woken 1 s after it began. The upload of users is canceled in both.

import {
  asyncWith,
  createTask,
  ExceptionGroup,
  gather,
  sleep,
  type Task,
  TaskGroup,
  wait,
} from '@yieldpoint/scheduler';

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

async function work(scope: Scope | TaskGroup) {
  async function body() {
    scope.createTask(upload('orders', 1));
    scope.createTask(upload('users', 9));
    await sleep(4);
    console.log('the body is over');
  }
  await asyncWith<unknown, void>(scope, body);
}

export async function main() {
  for (const scope of [new Scope(), new TaskGroup()]) {
    try {
      await work(scope);
    } catch (error) {
      if (!(error instanceof ExceptionGroup)) throw error;
      console.log('an upload has failed');
    }
  }
}
