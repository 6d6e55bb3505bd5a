// title: A future that a timer completes
// question: The result is set between two lines of `ring`. Where do "callback" and "main has tea" come out?
// answer: After both lines of `ring`. Setting the result only puts the callback and the task at the end of the ready queue,
//   in the order in which they began to wait.
// look: `ring` runs to its end in iteration 2. The callback and `main` run in iteration 3.

import { Future, getRunningLoop, sleep } from '@yieldpoint/scheduler';

export async function main() {
  const pot = new Future<string>();
  function ring() {
    console.log('ring: before the result');
    pot.setResult('tea');
    console.log('ring: after the result');
  }
  getRunningLoop().callLater(3, ring);
  pot.addDoneCallback(() => console.log('callback'));
  console.log('main waits');
  console.log(`main has ${await pot}`);
  pot.addDoneCallback(() => console.log('too late'));
  console.log('main goes on');
  await sleep(0);
  console.log('main ends');
}
