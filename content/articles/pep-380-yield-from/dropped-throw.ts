// title: An error that is thrown in and does not arrive
// question: `rows` knows what to do with a `Skip`. `main` throws one in after the first row. Which three lines are printed?
// answer: "a", "main has its Skip back" and "rows goes on with b". The `Skip` comes up in the generator that loops, and ends it.
//   `rows` is still suspended behind its first row and has heard of nothing.
// look: The `throw` enters the upper lane and goes no further. The lane of `rows` stays suspended until `main` asks it directly.
// frames: `row` is what `next` gives in TypeScript, with `value` and `done` in it, and the row itself in Python.

import { close, send, throwInto } from '@yieldpoint/scheduler';

class Skip extends Error {}

function* rows() {
  for (const row of ['a', 'b', 'c']) {
    try {
      yield row;
    } catch (error) {
      if (!(error instanceof Skip)) throw error;
      console.log(`rows skips ${row}`);
    }
  }
}

function* byLoop(source: Generator<string>) {
  let row = send(source);
  for (; !row.done; row = send(source)) yield row.value;
}

export function main() {
  const source = rows();
  const table = byLoop(source);
  console.log(send(table).value);
  try {
    console.log(throwInto(table, new Skip()).value);
  } catch {
    console.log('main has its Skip back');
  }
  console.log(`rows goes on with ${send(source).value}`);
  close(source);
}
