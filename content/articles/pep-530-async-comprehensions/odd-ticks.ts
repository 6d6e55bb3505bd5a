// title: The odd ticks, in one line
// question: `ticks` waits 1 s before each of the numbers 0 to 3. Which list is printed, and when? Does the other task, which is
//   due at 2.5 s, print before it or after it?
// answer: The list 1 3, at 4 s. The comprehension suspends before every number, the even ones too. In its third wait the other
//   task has its turn.
// look: `main` has four waits before it prints, and they all belong to one line of its program.

import { collect, createTask, sleep } from '@yieldpoint/scheduler';

async function* ticks() {
  for (const i of [0, 1, 2, 3]) {
    await sleep(1);
    yield i;
  }
}

async function other() {
  await sleep(2.5);
  console.log('other has a turn');
}

export async function main() {
  const task = createTask(other());
  const same = (i: number) => i;
  const isOdd = (i: number) => i % 2;
  const odd = await collect(ticks(), same, isOdd);
  console.log(`odd ticks: ${odd.join(' ')}`);
  await task;
}
