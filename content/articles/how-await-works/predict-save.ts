// title: One: a task and a coroutine
// question: In which order do the four lines come?
// answer: "task made", "save by await", "row awaited", "save by task". The awaited coroutine runs in the step of `main`. The task runs
//   when `main` suspends, at `await task`.
// look: `main` prints three lines in its first step.

import { createTask } from '@yieldpoint/scheduler';

async function save(row: string) {
  console.log(`save ${row}`);
}

export async function main() {
  const task = createTask(save('by task'));
  console.log('task made');
  await save('by await');
  console.log('row awaited');
  await task;
}
