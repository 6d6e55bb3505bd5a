// title: What fits into one iteration
// question: The timer of 0 s is set before anything else. As which of the six lines does its callback print?
// answer: As the fifth. It lies among the timers while `first`, `second` and `main` join the ready queue, and it comes in behind
//   them when the second iteration begins. `third` is asked for during that iteration, so it has to wait for the next.
// look: Four things run in iteration 2. The fifth was added while they ran and stands in iteration 3.

import { getRunningLoop, sleep } from '@yieldpoint/scheduler';

export async function main() {
  const loop = getRunningLoop();
  function first() {
    console.log('first');
    loop.callSoon(third);
  }
  function second() {
    console.log('second');
  }
  function third() {
    console.log('third, asked for by first');
  }
  function zero() {
    console.log('timer of 0 s');
  }
  loop.callLater(0, zero);
  loop.callSoon(first);
  loop.callSoon(second);
  console.log('main suspends');
  await sleep(0);
  console.log('main resumes');
}
