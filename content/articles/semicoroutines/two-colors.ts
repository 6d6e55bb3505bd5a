// title: The same helper in two colors
// question: `main` awaits both helpers in the same way. For which row is "is saved" printed before the row is written, and when?
// answer: For Ada, at 0 s. A plain `def` cannot contain an `await`, so `save` makes the coroutine, says that the row is saved, and leaves
//   the waiting to `main`. `async_save` waits first.
// look: At step 3 `main` prints "Ada is saved", and `write` has not begun. It begins when `main` awaits it.

import { sleep } from '@yieldpoint/scheduler';

async function write(row: string) {
  await sleep(1);
  console.log(`${row} is written`);
}

function save(row: string) {
  const writing = write(row);
  console.log(`${row} is saved`);
  return writing;
}

async function asyncSave(row: string) {
  await write(row);
  console.log(`${row} is saved`);
}

export async function main() {
  await save('Ada');
  await asyncSave('Grace');
}
