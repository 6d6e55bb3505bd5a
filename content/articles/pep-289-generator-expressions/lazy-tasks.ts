// title: Tasks that start too late
// question: `eu1` takes 2 s to answer and `us1` takes 1 s, and tasks run at the same time. Both are asked twice, without the brackets and
//   then with them. Which six lines are printed, and in which order?
// answer: Without the brackets `eu1` answers first, because the task of `us1` is made when `eu1` has answered. With the brackets both tasks
//   exist before the wait begins, and `us1` answers first.
// look: The first two lanes of `ping` follow each other, and take 3 s. The last two begin together, and take 2 s.
// axis: time

import { createTask, sleep, type Task } from '@yieldpoint/scheduler';

async function ping(server: string, seconds: number) {
  await sleep(seconds);
  console.log(`${server} answers`);
}

type Servers = readonly (readonly [server: string, seconds: number])[];

function* starting(servers: Servers) {
  for (const [s, t] of servers) yield createTask(ping(s, t));
}

async function waitFor(tasks: Iterable<Task<void>>) {
  for (const task of tasks) {
    await task;
  }
  console.log('all have answered');
}

export async function main() {
  const servers: Servers = [
    ['eu1', 2],
    ['us1', 1],
  ];
  await waitFor(starting(servers));
  await waitFor(servers.map(([s, t]) => createTask(ping(s, t))));
}
