// title: A client that was written for another loop
// question: `fetch` awaits a timer of a client library. `Timer` is made for the library's own loop, `PortableTimer` for asyncio as well. Which two
//   lines are printed, and when?
// answer: "RuntimeError: bad yield" at 0 s and "row 1" at 1 s. `Timer` hands up itself, and asyncio's task expects a future. `PortableTimer` hands up
//   what `asyncio.sleep` hands up.
// look: At the first `await timer` the lane of `main` does not wait for a timer: it is resumed with an error in the next iteration.

import { RuntimeError, sleep } from '@yieldpoint/scheduler';

class Timer {
  seconds: number;
  constructor(seconds: number) {
    this.seconds = seconds;
  }
  *[Symbol.iterator](): Generator<unknown, void, void> {
    yield this;
  }
}

class PortableTimer {
  seconds: number;
  constructor(seconds: number) {
    this.seconds = seconds;
  }
  [Symbol.iterator]() {
    return (sleep(this.seconds) as any)[Symbol.iterator]();
  }
}

async function fetch(timer: Timer | PortableTimer) {
  await timer;
  return 'row 1';
}

export async function main() {
  for (const timer of [new Timer(1), new PortableTimer(1)]) {
    try {
      console.log(await fetch(timer));
    } catch (error) {
      if (!(error instanceof RuntimeError)) throw error;
      console.log('RuntimeError: bad yield');
    }
  }
}
