// title: Three: tasks with an await in the loop, and one without
// question: In which order do the six lines come?
// answer: Ada's row 1, then both lines of Grace, then Alan's row 1. Then Ada's row 2 and Alan's row 2. `log` has no place to suspend, so
//   once it runs, it runs to its end.
// look: The lanes of Ada and Alan have two segments with print marks, the lane of Grace has one.

import { gather, sleep } from '@yieldpoint/scheduler';

async function write(name: string) {
  for (const row of [1, 2]) {
    console.log(`${name} writes row ${row}`);
    await sleep(0);
  }
}

async function log(name: string) {
  for (const row of [1, 2]) {
    console.log(`${name} logs row ${row}`);
  }
}

export async function main() {
  await gather([write('Ada'), log('Grace'), write('Alan')]);
}
