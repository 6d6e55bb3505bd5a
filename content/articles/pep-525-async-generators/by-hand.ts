// title: One frame that suspends in two ways
// question: Three times somebody resumes a request by hand, the first two times the same one. What does each of the three calls
//   of `resume` give?
// answer: "waits", "gives 1" and "is over". A wait goes out to whoever drives the request and leaves it open. A yielded value
//   ends the request and is its result.
// look: The frame of `ticks` suspends at its `await`, then at its `yield`, and is resumed once more to find that it has ended.

import { anext, sleep, StopAsyncIteration } from '@yieldpoint/scheduler';

type Request = ReturnType<typeof anext<number>>;

async function* ticks() {
  await sleep(0);
  yield 1;
}

function resume(request: Request) {
  try {
    const { done, value } = request.next();
    return done ? `gives ${value}` : 'waits';
  } catch (error) {
    if (!(error instanceof StopAsyncIteration)) throw error;
    return 'is over';
  }
}

export function main() {
  const source = ticks();
  const request = anext(source);
  console.log(`request 1 ${resume(request)}`);
  console.log(`request 1 ${resume(request)}`);
  console.log(`request 2 ${resume(anext(source))}`);
}
