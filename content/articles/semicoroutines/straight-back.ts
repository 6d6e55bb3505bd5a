// title: An answer that cannot be sent
// question: `load` sends a row to `check`. `check` finds it broken and sends "again" straight back. Which four lines are printed?
// answer: "here is row 1", "row 1 is broken", "load cannot be resumed", "on to row 2". `load` is in the middle of its own call of
//   `send`, so it is running, and a running generator cannot be resumed.
// look: `check` suspends twice. See which lane gets control each time.

import { close, send } from '@yieldpoint/scheduler';

type Job = Generator<void, void, string>;
const jobs: Record<string, Job> = {};

function* load(): Job {
  yield;
  console.log('load: here is row 1');
  send(jobs['check']!, 'row 1');
  console.log('load: on to row 2');
}

function* check(): Job {
  const row = yield;
  console.log(`check: ${row} is broken`);
  try {
    send(jobs['load']!, 'again');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.log('check: load cannot be resumed');
  }
  yield;
}

export function main() {
  Object.assign(jobs, { load: load(), check: check() });
  send(jobs['load']!);
  send(jobs['check']!);
  send(jobs['load']!);
  close(jobs['check']!);
}
