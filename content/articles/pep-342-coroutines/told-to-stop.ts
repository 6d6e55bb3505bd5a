// title: A consumer that is told to stop
// question: Rows are written two at a time, and there are three. Who writes the last one, and when?
// answer: The generator itself, while `close` runs. `GeneratorExit` comes up at the `yield`, leaves the loop, and on its way out
//   passes the `finally`.
// look: The last way into the generator is `close`. It prints one more line and is gone, and `main` hears of no error.

import { close, send } from '@yieldpoint/scheduler';

function* inBatches(size: number) {
  let batch: string[] = [];
  try {
    while (true) {
      const row: string = yield;
      batch.push(row);
      if (batch.length === size) {
        console.log(`write ${batch.join(' ')}`);
        batch = [];
      }
    }
  } finally {
    console.log(`write the rest: ${batch.join(' ')}`);
  }
}

export function main() {
  const rows = inBatches(2);
  send(rows);
  for (const row of ['a', 'b', 'c']) send(rows, row);
  console.log('no more rows');
  close(rows);
}
