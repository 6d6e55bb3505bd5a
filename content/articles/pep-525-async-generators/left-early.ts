// title: A `finally` that runs in another task
// question: `main` takes one row, leaves the loop and looks at once whether the connection is free. Saying goodbye takes 1 s.
//   Which line comes first, "main finds it busy" or the one that begins with "free", and which task prints that one?
// answer: `main` finds it busy. Leaving the loop closes nothing; a new task does that two iterations later, and 1 s after
//   that the connection is free.
// look: A second lane begins after `main` has gone on, and it holds nothing but the `finally` of `rows`.

import { abandon, anext, currentTask, sleep } from '@yieldpoint/scheduler';

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
  const source = rows();
  console.log(`row ${await anext(source)}`);
  abandon(source);
  console.log(`main finds it ${state}`);
  await sleep(2);
  console.log(`main finds it ${state}`);
}
