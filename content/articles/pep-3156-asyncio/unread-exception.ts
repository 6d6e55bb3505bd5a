// title: An exception that nobody reads
// question: `save` fails at 1 s, while `main` sleeps until 10 s. What does `main` print when it wakes up, and how does the
//   program end?
// answer: `main` finds the task done and ends well. The exception is the task's result, and since nobody asked for it, it
//   stopped nobody. The report comes when the run is over.
// look: The lane of `save` ends with a failure at 1 s. No arrow leads from it to any other lane.

import { createTask, sleep } from '@yieldpoint/scheduler';

async function save() {
  await sleep(1);
  console.log('save fails');
  throw new Error('disk is full');
}

export async function main() {
  const saving = createTask(save());
  await sleep(10);
  const state = saving.done() ? 'done' : 'not done';
  console.log(`main finds the task ${state}`);
  console.log('main ends as if all were well');
}
