// title: Two requests, resumed by hand
// question: `read_each` waits once and hands out one order. `main` resumes the first request twice and the second one once. What
//   do the three calls of `resume` return?
// answer: "waits", "gives order 1" and "is over". The `await` leaves the request open, and the `yield` ends it with a result. The
//   second request finds the end of the function.
// look: The frame of `read_each` suspends twice, first at its `await` and then at its `yield`.

import { anext, sleep, StopAsyncIteration } from '@yieldpoint/scheduler';

type Request = ReturnType<typeof anext<string>>;

async function* readEach() {
  await sleep(0);
  yield 'order 1';
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
  const source = readEach();
  const first = anext(source);
  console.log(`first ${resume(first)}`);
  console.log(`first ${resume(first)}`);
  const second = anext(source);
  console.log(`second ${resume(second)}`);
}
