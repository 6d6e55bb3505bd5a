// title: A lock with a time limit
// question: One task may write at a time, and each waits 2 s at most for the lock. Ada writes for 4 s, Grace and Alan for 1 s each. Alan comes at
//   1 s. Which lines are printed, and when?
// answer: At 0 s "Ada writes", at 2 s "Alan writes", at 3 s "Alan is done", at 4 s "Ada is done". Grace's time is up at 2 s, and her
//   `finally` releases a lock that Ada holds. When Ada has written, the lock is free already, and her `release` fails.
// look: From 2 s to 3 s two lanes are in their `sleep` at the same time. At 4 s the lane of Ada ends with an error.

import { createTask, gather, Lock, sleep, waitFor } from '@yieldpoint/scheduler';

async function write(name: string, lock: Lock, seconds: number) {
  try {
    await waitFor(lock.acquire(), 2);
    console.log(`${name} writes`);
    await sleep(seconds);
    console.log(`${name} is done`);
  } finally {
    lock.release();
  }
}

export async function main() {
  const lock = new Lock();
  const ada = createTask(write('Ada', lock, 4));
  const grace = createTask(write('Grace', lock, 1));
  await sleep(1);
  const alan = createTask(write('Alan', lock, 1));
  await gather([ada, grace, alan], { returnExceptions: true });
}
