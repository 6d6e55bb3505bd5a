// title: Jobs that sleep
// question: Two uploads wait 3 s and 2 s for a confirmation, and `resize` yields twice without a number. Which six lines are printed, and
//   at which times?
// answer: photo sent, video sent, large and small at 0 s; video confirmed at 2 s, photo confirmed at 3 s. While `resize` is in the queue the
//   clock does not move. After that it moves to the earliest time in the heap.
// look: A number sends a task from `ready` to `asleep`. A `yield` without one sends it to the end of `ready`.
// show: ready as queue, asleep as heap, now

import { send } from '@yieldpoint/scheduler';

type Task = Generator<number | void, void, void>;
let now = 0;

// region run
function run(...tasks: Task[]) {
  const ready = [...tasks];
  const asleep: { until: number; task: Task }[] = [];
  while (ready.length + asleep.length > 0) {
    if (ready.length === 0) {
      const { until, task } = asleep.shift()!;
      now = until;
      ready.push(task);
    }
    const task = ready.shift()!;
    const { done, value: seconds } = send(task);
    if (done) continue;
    if (seconds === undefined) {
      ready.push(task);
    } else {
      asleep.push({ until: now + seconds, task });
      asleep.sort((a, b) => a.until - b.until);
    }
  }
}
// endregion

function* upload(name: string, seconds: number): Task {
  console.log(`${now} s: ${name} is sent`);
  yield seconds;
  console.log(`${now} s: ${name} is confirmed`);
}

function* resize(): Task {
  for (const size of ['large', 'small']) {
    console.log(`${now} s: resize to ${size}`);
    yield;
  }
}

export function main() {
  run(upload('photo', 3), upload('video', 2), resize());
}
