// title: Tasks that start too late
// question: Each `ping` takes 1 s, and tasks run at the same time. When does "all have answered" appear, without the brackets and
//   then with them?
// answer: At 2 s and at 3 s. Without the brackets the second task is made when the loop asks for it, and by then it has waited for the
//   first. With the brackets both tasks exist before the wait begins, and 1 s is enough.
// look: The first two lanes of `ping` follow each other. The last two begin together.
// axis: time

import { createTask, sleep, type Task } from '@yieldpoint/scheduler';

async function ping(server: string) {
  await sleep(1);
  console.log(`${server} answers`);
}

function* starting(servers: string[]) {
  for (const s of servers) yield createTask(ping(s));
}

async function waitFor(tasks: Iterable<Task<void>>) {
  for (const task of tasks) {
    await task;
  }
  console.log('all have answered');
}

export async function main() {
  const servers = ['eu1', 'us1'];
  await waitFor(starting(servers));
  await waitFor(servers.map((s) => createTask(ping(s))));
}
