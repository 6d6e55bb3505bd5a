// title: Three timers in an empty kitchen
// question: Six lines are printed. In which order, and what does the clock show at each?
// answer: `main` goes on until it suspends, so its line is first. Then comes what was ready, and then the timers in the order of
//   their deadlines, whatever the order in which they were set.
// look: Step through it with an eye on the two lists under the drawing. Whatever runs was in the ready queue before,
//   and the clock moves only when that queue is empty.

import { getRunningLoop, sleep } from '@yieldpoint/scheduler';

export async function main() {
  const loop = getRunningLoop();
  function stove() {
    console.log('stove on');
  }
  function tea() {
    console.log('tea');
  }
  function eggs() {
    console.log('eggs');
  }
  function rice() {
    console.log('rice');
  }
  loop.callLater(12, rice);
  loop.callLater(4, tea);
  loop.callLater(7, eggs);
  loop.callSoon(stove);
  console.log('main waits');
  await sleep(13);
  console.log('main eats');
}
