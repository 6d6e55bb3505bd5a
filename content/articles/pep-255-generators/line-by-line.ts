// title: The first error of a log, found in time
// question: Three lines of `read` have become one `yield`, and `main` is the same. In which order are lines read and looked at, and
//   how many are read?
// answer: Each line is read and looked at before the next one is read, and two are read. `read` hands out an entry and stops there, `main` looks at it, and the loop asks for the next one. `main` leaves its
//   loop at the error, so nothing asks for the third line.
// look: Control goes from lane to lane, once for each entry. `read` never holds more than one.

import { close } from '@yieldpoint/scheduler';

function* read(lines: string[]) {
  for (const line of lines) {
    console.log(`read: ${line}`);
    yield line.split(' ');
  }
}

export function main() {
  const log = ['ok 1', 'error 2', 'ok 3', 'ok 4'];
  const entries = read(log);
  for (const [level, code] of entries) {
    console.log(`main: ${level} ${code}`);
    if (level === 'error') close(entries);
  }
}
