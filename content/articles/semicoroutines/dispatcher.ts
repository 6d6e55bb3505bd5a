// title: Two generators and a dispatcher
// question: Row 1 is broken the first time it is checked, and row 2 is fine. Each `yield` names who should run next, and what to tell
//   it. Which six lines are printed?
// answer: Row 1, "again", row 1, "fine", row 2, "fine". This time "again" arrives, because `load` is suspended at its `yield` when
//   `dispatch` resumes it.
// look: No arrow goes from the lane of `load` to that of `check`. Every arrow begins or ends at the program. Below the lanes are the name
//   and the message that `dispatch` reads in the `yield`.
// show: name, message

import { close, send } from '@yieldpoint/scheduler';

type Message = string | undefined;
type Job = Generator<[name: string, message: Message], void, Message>;

function* load(): Job {
  for (const row of ['row 1', 'row 2']) {
    let answer: Message = 'again';
    while (answer === 'again') {
      console.log(`load: here is ${row}`);
      answer = yield ['check', row];
    }
  }
  yield ['main', undefined];
}

function* check(): Job {
  let broken: Message = 'row 1';
  let row = yield ['load', undefined];
  while (true) {
    const answer = row === broken ? 'again' : 'fine';
    broken = undefined;
    console.log(`check: ${answer}`);
    row = yield ['load', answer];
  }
}

function dispatch(jobs: Record<string, Job>, name: string) {
  let message: Message;
  while (name !== 'main') {
    [name, message] = send(jobs[name]!, message).value!;
  }
}

export function main() {
  const jobs = { load: load(), check: check() };
  dispatch(jobs, 'check');
  for (const job of Object.values(jobs)) close(job);
}
