// title: The same page with two tasks
// question: Each call is given to `create_task` now, and the rest is as before. When is "orders" printed, and which line is printed
//   first?
// answer: "orders" comes at 3 s, and "both are tasks" is still the first line. `create_task` puts the task into the ready queue, and its
//   first line runs when `main` suspends.
// look: Each `fetch` has a lane, and the two waits are one above the other. `main` waits for the first task until 2 s and for the second one
//   until 3 s.

import { createTask, sleep } from '@yieldpoint/scheduler';

async function fetch(name: string, seconds: number) {
  console.log(`ask for ${name}`);
  await sleep(seconds);
  return name;
}

export async function main() {
  const user = createTask(fetch('user', 2));
  const orders = createTask(fetch('orders', 3));
  console.log('both are tasks');
  console.log(await user);
  console.log(await orders);
}
