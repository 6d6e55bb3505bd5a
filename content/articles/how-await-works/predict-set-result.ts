// title: Two: a result that is set
// question: `reader` waits for the future. In which order do the three lines come at 1 s?
// answer: "the result is set", "the price is 20", "main goes on". `set_result` runs nothing of `reader`. It puts the step of
//   `reader` into the ready queue, and the `sleep(0)` puts `main` after it.
// look: At 1 s the lane of `reader` is ready while `main` prints, and runs when `main` suspends.

import { createTask, getRunningLoop, sleep, type Future } from '@yieldpoint/scheduler';

async function reader(price: Future<number>) {
  console.log(`the price is ${await price}`);
}

export async function main() {
  const price = getRunningLoop().createFuture<number>();
  const task = createTask(reader(price));
  await sleep(1);
  price.setResult(20);
  console.log('the result is set');
  await sleep(0);
  console.log('main goes on');
  await task;
}
