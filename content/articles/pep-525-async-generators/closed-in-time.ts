// title: The same row, with the source closed in time
// question: The loop stands in a block that closes the source when it is left. When is the line that begins with "free"
//   printed now, and by which task?
// answer: At 1 s, by `main`, before the block is over. The next line of `main` runs only then.
// look: One lane only. Its first wait is the goodbye inside the `finally`.

import { aclosing, asyncWith, currentTask, sleep } from '@yieldpoint/scheduler';

let state = 'free';

async function* rows() {
  state = 'busy';
  try {
    for (const row of [1, 2, 3]) yield row;
  } finally {
    await sleep(1);
    state = 'free';
    const task = currentTask()?.getName();
    console.log(`free, says ${task}`);
  }
}

export async function main() {
  await asyncWith(aclosing(rows()), async (source) => {
    for await (const row of source) {
      console.log(`row ${row}`);
      break;
    }
  });
  console.log(`main finds it ${state}`);
}
