// title: Step three: sleep
// question: `coffee` says `yield 3`, and `toast` says `yield 2` twice. Which five lines are printed, and at which times?
// answer: Water and side one at 0 s, side two at 2 s, pour at 3 s, butter at 4 s. The waits overlap, and the earliest deadline is
//   always the next.
// look: What goes out with each `yield` is a number. It is a wish, and only `run` knows how to fulfill it.
// show: ready as queue, asleep as heap, now

import { send } from '@yieldpoint/scheduler';

type Task = Generator<number, void, void>;
let now = 0;

// region run
function run(...ready: Task[]) {
  const asleep: { until: number; task: Task }[] = [];
  while (ready.length + asleep.length > 0) {
    if (ready.length === 0) {
      const { until, task } = asleep.shift()!;
      now = until;
      ready.push(task);
    }
    const task = ready.shift()!;
    const { done, value } = send(task);
    if (done) continue;
    asleep.push({ until: now + value, task });
    asleep.sort((a, b) => a.until - b.until);
  }
}
// endregion

function* coffee(): Task {
  console.log(`${now} s: water on`);
  yield 3;
  console.log(`${now} s: pour`);
}

function* toast(): Task {
  for (const side of ['one', 'two']) {
    console.log(`${now} s: side ${side}`);
    yield 2;
  }
  console.log(`${now} s: butter`);
}

export function main() {
  run(coffee(), toast());
}
