// title: An event loop, written out
// question: The first call of `run_once` finds `log` in `ready` and two timers in `timers`. What does the second call print, and which
//   time does it show?
// answer: "4 s: retry the upload". `ready` is empty by then, so the clock jumps to the earliest deadline, 4 s. The timer with that
//   deadline moves to `ready` and is run.
// look: Follow `ready`, `timers` and `now` from step to step. The loop has a clock of its own, so the times are in what it prints.
// show: ready as queue, timers as heap, now

type Callback = () => void;
type Timer = { when: number; callback: Callback };

const ready: Callback[] = [];
const timers: Timer[] = [];
let now = 0;

function callLater(delay: number, callback: Callback) {
  timers.push({ when: now + delay, callback });
  timers.sort((a, b) => a.when - b.when);
}

// region iteration
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
// endregion

function log() {
  console.log(`${now} s: connected`);
}

function retry() {
  console.log(`${now} s: retry the upload`);
}

function expire() {
  console.log(`${now} s: session expires`);
}

export function main() {
  callLater(12, expire);
  callLater(4, retry);
  ready.push(log);
  while (ready.length > 0 || timers.length > 0) {
    runOnce();
  }
}
