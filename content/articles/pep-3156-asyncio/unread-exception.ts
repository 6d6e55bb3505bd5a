// title: An exception that nobody read
// question: save fails at 1 s. What is printed at 1 s, and when does anybody hear of the error?
// answer: Only the line of save itself. The exception lies in the task until the task is thrown away at the end, 10 s
//   after the start, and only then does the loop report it.
// look: The lane of save ends with a failure at 1 s. No arrow leads from it to any other lane.

import { createTask, getRunningLoop, sleep } from '@yieldpoint/scheduler';

async function save() {
  await sleep(1);
  console.log('save fails');
  throw new Error('disk is full');
}

export async function main() {
  getRunningLoop().setExceptionHandler((_loop, context) => console.log(`the loop reports: ${context.exception}`));
  const saving = createTask(save());
  await sleep(10);
  console.log(`saving.done() is ${saving.done()}`);
  console.log('main ends as if all were well');
}
