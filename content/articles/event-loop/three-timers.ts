// title: One callback now and three for later
// question: Six lines are printed. In which order, and what does the clock show at each?
// answer: `main` runs on until it suspends, so "main waits" is first. The loop then runs what was ready, `log`, and after that the
//   timers in the order of their deadlines, 4, 7 and 12 s. The order in which they were set does not matter.
// look: Step through it with an eye on the two lists under the drawing. What runs next was in the ready queue before, and the clock
//   moves only when that queue is empty.

import { getRunningLoop, sleep } from '@yieldpoint/scheduler';

export async function main() {
  const loop = getRunningLoop();
  function log() {
    console.log('log: connected');
  }
  function retry() {
    console.log('retry the upload');
  }
  function ping() {
    console.log('ping the database');
  }
  function expire() {
    console.log('session expires');
  }
  loop.callLater(12, expire);
  loop.callLater(4, retry);
  loop.callLater(7, ping);
  loop.callSoon(log);
  console.log('main waits');
  await sleep(13);
  console.log('main ends');
}
