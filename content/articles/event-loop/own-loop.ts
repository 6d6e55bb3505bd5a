// title: One iteration, written out

type Callback = () => void;
const timers: { when: number; callback: Callback }[] = [];
const ready: Callback[] = [];
let now = 0;

function callLater(delay: number, callback: Callback) {
  timers.push({ when: now + delay, callback });
  timers.sort((a, b) => a.when - b.when);
}

// region iteration
function runOnce() {
  if (ready.length === 0) now = timers[0]!.when;
  while (timers.length > 0 && timers[0]!.when <= now) ready.push(timers.shift()!.callback);
  for (const callback of ready.splice(0)) callback();
}
// endregion

export function main() {
  callLater(12, () => console.log('rice'));
  callLater(4, () => console.log('tea'));
  callLater(7, () => console.log('eggs'));
  ready.push(() => console.log('stove on'));
  while (ready.length + timers.length > 0) runOnce();
}
