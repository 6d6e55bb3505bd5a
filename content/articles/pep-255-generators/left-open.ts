// title: A log that stays open
// question: `find_error` returns at the second line of the log. Which five lines are printed, and in which order?
// answer: "the log is closed" is the fourth, after "main mails the error". The `return` leaves the generator suspended in its `try`.
//   The `finally` runs when `main` closes the generator.
// look: `find_error` is gone at step 6, and the lane of `read` stays suspended at its `yield`.

import { close } from '@yieldpoint/scheduler';

function* read(lines: string[]) {
  console.log('the log is open');
  try {
    for (const line of lines) {
      yield line;
    }
  } finally {
    console.log('the log is closed');
  }
}

function findError(lines: Generator<string>) {
  while (true) {
    const { value, done } = lines.next();
    if (done || value.startsWith('error')) return value;
  }
}

export function main() {
  const log = read(['ok 1', 'error 2', 'ok 3']);
  console.log(`found ${findError(log)}`);
  console.log('main mails the error');
  close(log);
  console.log('main ends');
}
