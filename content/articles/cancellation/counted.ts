// title: Two requests in the same moment
// question: Both fetches have 2 s and need 3 s. At 2 s, after both timeouts have asked, `main` cancels the second fetch as well. What does
//   each print?
// answer: "slow: 1 asked" and "slow: too slow, 0 left", "closed: 2 asked" and "closed: canceled, 1 left". The timeout takes its own
//   request back. Where one is left, the exception stays a `CancelledError`.
// look: At 2 s the callback `timeout` runs twice before `main` runs, and `main` asks again to cancel the second `fetch`.
// lines: In TypeScript the body of `async with` is a function of its own, and `fetch` waits for it at the line that calls it.

import { CancelledError, createTask, currentTask, sleep } from '@yieldpoint/scheduler';
import { asyncWith, timeout, TimeoutError, wait } from '@yieldpoint/scheduler';

async function fetch(name: string) {
  const task = currentTask()!;
  try {
    await asyncWith(timeout(2), async () => {
      try {
        await sleep(3);
      } finally {
        console.log(`${name}: ${task.cancelling()} asked`);
      }
    });
  } catch (error) {
    if (error instanceof TimeoutError) {
      console.log(`${name}: too slow, ${task.cancelling()} left`);
    } else {
      if (error instanceof CancelledError) {
        console.log(`${name}: canceled, ${task.cancelling()} left`);
      }
      throw error;
    }
  }
}

export async function main() {
  const slow = createTask(fetch('slow'));
  const closed = createTask(fetch('closed'));
  await sleep(2);
  closed.cancel();
  await wait([slow, closed]);
}
