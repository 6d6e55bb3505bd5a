// title: A call that nobody awaited
// question: `save` is called twice, once without `await`. Which lines are printed, and at what time does `main` end?
// answer: No line of the first `save`. The call made a coroutine object and threw it away, `main` went straight on, and the run
//   takes 1 s instead of 2 s.
// look: There is one lane and one wait. The first call left no mark in the run.

import { sleep } from '@yieldpoint/scheduler';

async function save(name: string) {
  console.log(`saving ${name}`);
  await sleep(1);
  console.log(`saved ${name}`);
}

export async function main() {
  save('draft');
  console.log('main called save for the draft');
  await save('letter');
  console.log('main ends');
}
