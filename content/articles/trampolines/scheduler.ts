// title: The whole scheduler
// question: `nightly` spawns two reports and joins them. The rows of the users take 3 s, and fetching the orders fails after 2 s. Which three
//   lines are printed, and at which times?
// answer: "report on rows of users", "failed, no orders" and "the night is over", all at 3 s. The failure is kept in the task until `nightly`
//   joins it, and `nightly` joins the users first.
// look: Each `fetch` is suspended for as long as it sleeps, and so is its `report`. When `fetch` ends, the program resumes the `report`: one by
//   `send`, and the other by `throw`.
// show: ready as queue, asleep as heap, now

import { send, throwInto } from '@yieldpoint/scheduler';

type Request = number | Routine | Task | void;
type Routine = Generator<Request, any, any>;

const ready: Task[] = [];
const asleep: { until: number; task: Task }[] = [];
let now = 0;

// region task
class Task extends Array<Routine> {
  value: unknown;
  error: unknown;
  joined: Task[] = [];
}

function spawn(generator: Routine) {
  const task = new Task(generator);
  ready.push(task);
  return task;
}
// endregion

// region step
function step(task: Task): Request {
  while (task.length > 0) {
    const { value, error } = task;
    task.value = task.error = undefined;
    try {
      const resume = error === undefined ? send : throwInto;
      const { done, value: request } = resume(task.at(-1)!, error ?? value);
      if (done) {
        task.pop();
        task.value = request;
      } else if (isGenerator(request)) {
        task.push(request);
      } else {
        return request;
      }
    } catch (raised) {
      task.pop();
      task.error = raised;
    }
  }
  for (const waiting of task.joined) answer(waiting, task);
  return undefined;
}
// endregion

function isGenerator(request: Request): request is Routine {
  return typeof request === 'object' && !(request instanceof Task);
}

// region wait
function wait(task: Task, request: Request) {
  if (request === undefined) {
    ready.push(task);
  } else if (typeof request === 'number') {
    asleep.push({ until: now + request, task });
    asleep.sort((a, b) => a.until - b.until);
  } else if (request instanceof Task) {
    if (request.length > 0) request.joined.push(task);
    else answer(task, request);
  }
}

function answer(task: Task, ended: Task) {
  task.value = ended.value;
  task.error = ended.error;
  ready.push(task);
}
// endregion

// region run
function run() {
  while (ready.length + asleep.length > 0) {
    if (ready.length === 0) {
      const { until, task } = asleep.shift()!;
      now = until;
      ready.push(task);
    }
    const task = ready.shift()!;
    const request = step(task);
    if (task.length > 0) wait(task, request);
  }
}
// endregion

// region jobs
function* fetch(table: string, seconds: number): Routine {
  yield seconds;
  if (table === 'orders') throw new Error('no orders');
  return `rows of ${table}`;
}

function* report(table: string, seconds: number): Routine {
  const rows = yield fetch(table, seconds);
  console.log(`${now} s: report on ${rows}`);
}

function* nightly(): Routine {
  const users = spawn(report('users', 3));
  const orders = spawn(report('orders', 2));
  for (const task of [users, orders]) {
    try {
      yield task;
    } catch (error) {
      console.log(`${now} s: failed, ${(error as Error).message}`);
    }
  }
  console.log(`${now} s: the night is over`);
}
// endregion

export function main() {
  spawn(nightly());
  run();
}
