// title: Five: a task for each, one after the other
// question: Somebody has made tasks to save time. In which order do the four lines come, and at which times?
// answer: "user has arrived" and "main has user" at 2 s, "orders has arrived" and "main has orders" at 3 s. The second task is made
//   after the first one has been awaited, so nothing overlaps.
// look: The second lane begins where the first one ends.

import { createTask, sleep } from '@yieldpoint/scheduler';

async function fetch(name: string, seconds: number) {
  await sleep(seconds);
  console.log(`${name} has arrived`);
  return name;
}

export async function main() {
  for (const [name, seconds] of [
    ['user', 2],
    ['orders', 1],
  ] as const) {
    const task = createTask(fetch(name, seconds));
    console.log(`main has ${await task}`);
  }
}
