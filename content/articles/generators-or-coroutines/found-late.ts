// title: The same mistake, found late and found at once
// question: A function that was taken for a coroutine function is a plain one, and today it returns an empty list. One report
//   says `yield from` in front of it (`yield*` in TypeScript), the other says `await`. At what time does each of them fail?
// answer: `await` refuses the list at 0 s. `yield from` goes through it, since there is nothing in it to yield, and has `None` as
//   its result. That is found out at 2 s, where the rows are counted.
// look: See where each of the two lanes ends, and after how many waits.

import type { Awaitable, AwaitableLike } from '@yieldpoint/scheduler';
import { ensureFuture, gather, getRunningLoop, sleep } from '@yieldpoint/scheduler';

function iterableOrAwaitable(): Awaitable<string[]> {
  return [] as any;
}

function* delegating() {
  const result = yield* iterableOrAwaitable();
  console.log('delegating: on with the report');
  yield* sleep(2);
  console.log(`delegating: ${result.length} rows`);
}

async function awaiting() {
  const result = await ensureFuture(iterableOrAwaitable());
  console.log('awaiting: on with the report');
  await sleep(2);
  console.log(`awaiting: ${result.length} rows`);
}

async function outcome(name: string, report: AwaitableLike<void>) {
  try {
    await report;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const time = getRunningLoop().time();
    console.log(`${name} failed at ${time.toFixed(0)} s`);
  }
}

export async function main() {
  await gather([outcome('delegating', delegating()), outcome('awaiting', awaiting())]);
}
