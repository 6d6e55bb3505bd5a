// title: A loop for coroutines that wait
// question: Ada's page waits for 2 s and Grace's for 1 s, and Ada's is first in the queue. Who has her orders first, and what does `now`
//   say at the end?
// answer: Grace, at 1 s, and Ada at 2 s. `run` resumes each page once, and both go to sleep. Then it takes the earlier of the two times.
//   The waits overlap, so the end is at 2 s and not at 3 s.
// look: Each `send` of `run` goes into a page and down through `fetch` to `Timer`. Under the lanes you see `ready` and `sleeping` at each
//   step.
// show: ready as queue, sleeping as heap, now

import { send } from '@yieldpoint/scheduler';

let now = 0;

class Timer {
  seconds: number;
  constructor(seconds: number) {
    this.seconds = seconds;
  }
  *[Symbol.iterator](): Generator<Timer, void, void> {
    yield this;
  }
}

type Sleeper = [number, number, Promise<void>];

// region run
function run(...coroutines: Promise<void>[]) {
  const ready = [...coroutines];
  const sleeping: Sleeper[] = [];
  let order = 0;
  while (ready.length + sleeping.length > 0) {
    let current: Promise<void>;
    if (ready.length === 0) {
      [now, , current] = sleeping.shift()!;
      ready.push(current);
    }
    current = ready.shift()!;
    const { done, value } = send(current as any);
    if (done) continue;
    const timer = value as Timer;
    order += 1;
    const due = now + timer.seconds;
    sleeping.push([due, order, current]);
    sleeping.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  }
}
// endregion

async function fetch(name: string, seconds: number) {
  await new Timer(seconds);
  return name;
}

async function page(reader: string, seconds: number) {
  const orders = await fetch('orders', seconds);
  console.log(`${now} s: ${reader} has ${orders}`);
}

export function main() {
  run(page('Ada', 2), page('Grace', 1));
}
