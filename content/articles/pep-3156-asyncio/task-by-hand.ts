// title: A future and a task, written by hand
// question: `report` starts two tasks and awaits the one that takes 5 s. In which order do the five lines come, and at which times of this
//   loop?
// answer: The four lines of `think` come as before, at 0, 0, 2 and 5 s, and "report has 5 thoughts" is the last one, at 5 s. What
//   `report` awaits is the future that `start` returned, and `step` sets its result when `think(5)` returns.
// look: At 0 s three coroutines are suspended, and each waits for a future: two for an alarm, and `report` for the end of `think(5)`.
// show: ready as queue, timers as heap, now

import { send, type Drivable } from '@yieldpoint/scheduler';

type Step = () => void;
type Coroutine = Drivable<Future, string, null>;
type Timer = { when: number; alarm: Future };

const ready: Step[] = [];
const timers: Timer[] = [];
let now = 0;

// region future
class Future {
  done = false;
  result: string | null = null;
  waiting: Step[] = [];
  setResult(value: string | null) {
    [this.done, this.result] = [true, value];
    ready.push(...this.waiting);
  }
  *[Symbol.iterator](): Generator<Future, string | null> {
    if (!this.done) yield this;
    return this.result;
  }
}
// endregion

function sleep(seconds: number): any {
  const alarm = new Future();
  timers.push({ when: now + seconds, alarm });
  timers.sort((a, b) => a.when - b.when);
  return alarm;
}

// region start
function start(coro: any): any {
  const finished = new Future();
  function step() {
    const { value, done } = send(coro as Coroutine);
    if (done) finished.setResult(value);
    else value.waiting.push(step);
  }
  ready.push(step);
  return finished;
}
// endregion

function runOnce() {
  if (ready.length === 0) {
    const { when, alarm } = timers.shift()!;
    now = when;
    alarm.setResult(null);
  }
  for (let left = ready.length; left > 0; left -= 1) {
    const step = ready.shift()!;
    step();
  }
}

async function think(seconds: number) {
  console.log(`${now} s: think(${seconds}) begins`);
  await sleep(seconds);
  console.log(`${now} s: think(${seconds}) is done`);
  return `${seconds} thoughts`;
}

async function report() {
  const long = start(think(5));
  start(think(2));
  const result = await long;
  console.log(`${now} s: report has ${result}`);
}

export function main() {
  start(report());
  while (ready.length > 0 || timers.length > 0) {
    runOnce();
  }
}
