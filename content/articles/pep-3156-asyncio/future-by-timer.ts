// title: A result that is delivered
// question: `deliver` sets the result between two lines of its own. A callback, `log`, and `main` wait for it. In which order are the eight lines
//   printed?
// answer: "main waits", both lines of `deliver`, "log: 42 rows", "main has 42 rows", "main goes on", "log: 42 rows" once more, and "main ends".
//   Setting the result only puts the callback and the task at the end of the ready queue, and so does adding a callback to a future that is done.
// look: `deliver` runs to its end in iteration 2. `log` and `main` run in iteration 3, and the second `log` in iteration 4.

import { Future, getRunningLoop, sleep } from '@yieldpoint/scheduler';

export async function main() {
  const reply = new Future<string>();
  function deliver() {
    console.log('deliver: before the result');
    reply.setResult('42 rows');
    console.log('deliver: after the result');
  }
  function log(future: Future<string>) {
    console.log(`log: ${future.result()}`);
  }
  getRunningLoop().callLater(3, deliver);
  reply.addDoneCallback(log);
  console.log('main waits');
  console.log(`main has ${await reply}`);
  reply.addDoneCallback(log);
  console.log('main goes on');
  await sleep(0);
  console.log('main ends');
}
