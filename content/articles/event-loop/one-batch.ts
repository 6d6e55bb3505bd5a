// title: What fits into one iteration
// question: The timer of 0 s is set before anything else. In which order are the six lines printed?
// answer: "main suspends", "save the row", "reply to the client", "main resumes", "retry, a timer of 0 s", "audit, requested by save". The timer is
//   in the heap while `save`, `reply` and `main` join the ready queue, and it joins them when the second iteration begins. `audit` is requested
//   during that iteration, so it runs in the next.
// look: Four things run in iteration 2. `audit` was added to the queue while they ran, and is in iteration 3.

import { getRunningLoop, sleep } from '@yieldpoint/scheduler';

export async function main() {
  const loop = getRunningLoop();
  function save() {
    console.log('save the row');
    loop.callSoon(audit);
  }
  function reply() {
    console.log('reply to the client');
  }
  function audit() {
    console.log('audit, requested by save');
  }
  function retry() {
    console.log('retry, a timer of 0 s');
  }
  loop.callLater(0, retry);
  loop.callSoon(save);
  loop.callSoon(reply);
  console.log('main suspends');
  await sleep(0);
  console.log('main resumes');
}
