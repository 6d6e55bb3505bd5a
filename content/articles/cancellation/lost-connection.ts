// title: A request that is canceled at once
// question: The pool has two connections. The request takes one and gives it back in its `finally`. It is canceled right after
//   `create_task`. How many connections are free at the end?
// answer: One. The task was canceled before its first step, so no line of `handle` ran, not even `try`.
// look: The lane of `handle` has no step in which it runs a line: it is created, and it is canceled.

import { createTask, sleep, wait } from '@yieldpoint/scheduler';

const free = ['A', 'B'];

async function handle(connection: string) {
  try {
    await sleep(2);
  } finally {
    free.push(connection);
  }
}

export async function main() {
  const task = createTask(handle(free.pop()!));
  task.cancel();
  await wait([task]);
  console.log(`free connections: ${free.length} of 2`);
}
