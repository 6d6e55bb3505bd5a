// title: Two pages that wait for one task
// question: Loading the prices takes 2 s. Ada's page waits for 1 s at most and Grace's for 5 s, and both wait for the same task. Which lines are
//   printed, and when?
// answer: At 1 s "Ada has no time" and "Grace is canceled". When Ada's second is over, `wait_for` cancels what it waits for, and that
//   is the task of both pages.
// look: At 1 s the lane of `load` ends with a cross. Both pages wait for `load`, and its end wakes both.

import { CancelledError, createTask, sleep } from '@yieldpoint/scheduler';
import { TimeoutError, wait, waitFor } from '@yieldpoint/scheduler';

async function load() {
  await sleep(2);
  return 'prices';
}

async function page(reader: string, prices: PromiseLike<string>, limit: number) {
  try {
    const found = await waitFor(prices, limit);
    console.log(`${reader} sees ${found}`);
  } catch (error) {
    if (error instanceof TimeoutError) {
      console.log(`${reader} has no time`);
    } else {
      if (error instanceof CancelledError) console.log(`${reader} is canceled`);
      throw error;
    }
  }
}

export async function main() {
  const prices = createTask(load());
  const ada = createTask(page('Ada', prices, 1));
  const grace = createTask(page('Grace', prices, 5));
  await wait([ada, grace]);
}
