// title: A future that a timer completes
// question: setResult stands between two lines of ring. Where do "callback" and "main has tea" come out?
// answer: After both lines of ring. Setting the result only puts the callback and the task at the end of the ready queue,
//   in the order in which they began to wait.
// look: ring runs to its end in one iteration. The callback and main run in the next one.

import { getRunningLoop, sleep } from '@yieldpoint/scheduler';

export async function main() {
  const loop = getRunningLoop();
  const kettle = loop.createFuture<string>();
  function ring() {
    console.log('ring: before the result');
    kettle.setResult('tea');
    console.log('ring: after the result');
  }
  loop.callLater(3, ring);
  kettle.addDoneCallback((done) => console.log(`callback: ${done.result()}`));
  console.log('main waits');
  console.log(`main has ${await kettle}`);
  kettle.addDoneCallback(() => console.log('callback added too late'));
  console.log('main goes on');
  await sleep(0);
  console.log('main ends');
}
