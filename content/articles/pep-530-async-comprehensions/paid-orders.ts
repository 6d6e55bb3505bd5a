// title: One line that suspends four times
// question: `read_each` waits 1 s before each of four order numbers, and the even ones are paid. Another task prints "heartbeat" at 2.5 s.
//   When does `main` print its line, and is the heartbeat late?
// answer: At 4 s, and the heartbeat is on time. The comprehension asks for all four numbers, the unpaid ones too, and suspends `main` before
//   each of them.
// look: `main` has four waits before it prints, and all four are in the line of the comprehension.

import { collect, createTask, sleep } from '@yieldpoint/scheduler';

async function* readEach() {
  for (const number of [1, 2, 3, 4]) {
    await sleep(1);
    yield number;
  }
}

async function heartbeat() {
  await sleep(2.5);
  console.log('heartbeat');
}

export async function main() {
  const task = createTask(heartbeat());
  const same = (n: number) => n;
  const isPaid = (n: number) => n % 2 === 0;
  const paid = await collect(readEach(), same, isPaid);
  console.log(`paid: ${paid[0]} and ${paid[1]}`);
  await task;
}
