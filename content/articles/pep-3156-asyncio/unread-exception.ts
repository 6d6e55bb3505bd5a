// title: An upload that is saved in the background
// question: `save` fails at 1 s, while `main` sleeps until 10 s. Which lines are printed, and does the program fail?
// answer: "main answers the client", "save fails", "main: saving is done" and "main ends as if all were well", and the program does not fail. The
//   exception is the result of the task, and no line asks for that result. The log gets a line about it when the run is over.
// look: The lane of `save` ends with a failure at 1 s. No arrow leads from it to the lane of `main`.

import { createTask, sleep } from '@yieldpoint/scheduler';

async function save() {
  await sleep(1);
  console.log('save fails');
  throw new Error('disk is full');
}

export async function main() {
  const saving = createTask(save());
  console.log('main answers the client');
  await sleep(10);
  const state = saving.done() ? 'done' : 'not done';
  console.log(`main: saving is ${state}`);
  console.log('main ends as if all were well');
}
