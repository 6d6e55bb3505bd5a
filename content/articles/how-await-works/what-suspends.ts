// title: Five awaits, and which of them let another task run
// question: `other` is ready from the start. `main` awaits a coroutine that returns at once, a future that is done, `sleep(0)`, a new
//   task, and that task once more. After which of these has `other` run?
// answer: After `sleep(0)` and after the new task. In these two something at the bottom yields. The other three find a result and go on
//   in the same step of `main`.
// look: `main` has two gaps before its last wait: at `sleep(0)` and at the first `await task`.

import { createTask, getRunningLoop, sleep } from '@yieldpoint/scheduler';

async function other() {
  for (const turn of [1, 2, 3]) {
    console.log(`other runs, turn ${turn}`);
    await sleep(0);
  }
}

async function cached(row: string) {
  return row;
}

export async function main() {
  const otherTask = createTask(other());
  const loop = getRunningLoop();
  await cached('user');
  console.log('after a coroutine that returns');
  const done = loop.createFuture<string>();
  done.setResult('orders');
  await done;
  console.log('after a future that is done');
  await sleep(0);
  console.log('after sleep(0)');
  const task = createTask(cached('user'));
  await task;
  console.log('after a new task');
  await task;
  console.log('after the same task, which is done');
  await otherTask;
}
