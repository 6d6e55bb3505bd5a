// title: The same loop, driving `async def`
// question: `start` puts two uploads into `ready`, the photo first. In which order do the four lines come, and at which times of this
//   loop?
// answer: Both are sent at 0 s, the photo first. The note is stored at 2 s and the photo at 5 s, because what each `send` hands out
//   is a delay, and `step` sets a timer for it.
// look: `step` resumes an `upload`, sets a timer and returns. The loop runs callbacks and does not see the coroutine.
// show: ready as queue, timers as heap, now

import { send, type Drivable } from '@yieldpoint/scheduler';

type Callback = () => void;
type Timer = { when: number; callback: Callback };

const ready: Callback[] = [];
const timers: Timer[] = [];
let now = 0;

function callLater(delay: number, callback: Callback) {
  timers.push({ when: now + delay, callback });
  timers.sort((a, b) => a.when - b.when);
}

function runOnce() {
  if (ready.length === 0) now = timers[0]!.when;
  while (timers.length > 0 && timers[0]!.when <= now) {
    ready.push(timers.shift()!.callback);
  }
  for (let left = ready.length; left > 0; left -= 1) {
    const callback = ready.shift()!;
    callback();
  }
}

// region step
function* sleep(delay: number): Generator<number, void> {
  yield delay;
}

function start(coro: Drivable<number, void, void>) {
  function step() {
    const { value, done } = send(coro);
    if (done) return;
    callLater(value, step);
  }
  ready.push(step);
}
// endregion

async function upload(name: string, delay: number) {
  console.log(`${now} s: ${name} is sent`);
  await (sleep(delay) as any);
  console.log(`${now} s: ${name} is stored`);
}

export function main() {
  start(upload('photo', 5) as any);
  start(upload('note', 2) as any);
  while (ready.length > 0 || timers.length > 0) {
    runOnce();
  }
}
