// title: The same loop drives an `async def`
// question: `run` is the one that slept, and it keeps no stack. Which two lines are printed, and at which times?
// answer: The report on the orders at 2 s, and the one on the users at 3 s. The number goes out through both `await` to `run`, and `fetch`
//   hands its result to `report` without the loop.
// look: `run` resumes `report`, and each time control goes down to `sleep`. When `sleep` ends, `fetch` goes on without the program.
// show: ready as queue, asleep as heap, now

import { send, type Drivable } from '@yieldpoint/scheduler';

type Task = Drivable<number | void, void, void>;
let now = 0;

// region run
function run(...tasks: Task[]) {
  const ready = [...tasks];
  const asleep: { until: number; task: Task }[] = [];
  while (ready.length + asleep.length > 0) {
    if (ready.length === 0) {
      const { until, task } = asleep.shift()!;
      now = until;
      ready.push(task);
    }
    const task = ready.shift()!;
    const { done, value: seconds } = send(task);
    if (done) continue;
    if (seconds === undefined) {
      ready.push(task);
    } else {
      asleep.push({ until: now + seconds, task });
      asleep.sort((a, b) => a.until - b.until);
    }
  }
}
// endregion

// region jobs
function* sleep(seconds: number): Generator<number, void, void> {
  yield seconds;
}

async function fetch(table: string, seconds: number) {
  await (sleep(seconds) as any);
  return `rows of ${table}`;
}

async function report(table: string, seconds: number) {
  const rows = await fetch(table, seconds);
  console.log(`${now} s: report on ${rows}`);
}
// endregion

export function main() {
  run(report('users', 3) as unknown as Task, report('orders', 2) as unknown as Task);
}
