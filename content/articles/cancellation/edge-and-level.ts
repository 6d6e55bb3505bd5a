// title: One request, and a request at each `await`
// question: Both uploads swallow errors and try twice. At 1 s `edge` is canceled once, and `level` again and again until it has ended. Which
//   lines are printed, and when?
// answer: At 1 s "edge: failed" once and "level: failed" twice, at 3 s "edge: stored", at 4 s "edge: closed". The `sleep` in the `finally`
//   of `level` is cut off too, so "level: closed" is never printed.
// look: Between 1 s and 3 s the lane of `edge` waits as if nothing had happened. The lane of `level` has two more waits at 1 s, and both are cut
//   off.

import { createTask, sleep, type Task } from '@yieldpoint/scheduler';

async function upload(name: string) {
  try {
    for (const attempt of [1, 2]) {
      try {
        await sleep(2);
        console.log(`${name}: stored`);
        return;
      } catch {
        console.log(`${name}: failed`);
      }
    }
  } finally {
    await sleep(1);
    console.log(`${name}: closed`);
  }
}

async function cancelLevel(task: Task<void>) {
  while (!task.done()) {
    task.cancel();
    await sleep(0);
  }
}

export async function main() {
  const edge = createTask(upload('edge'));
  const level = createTask(upload('level'));
  await sleep(1);
  edge.cancel();
  await cancelLevel(level);
  await edge;
}
