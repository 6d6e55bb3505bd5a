// title: The same error, delegated
// question: The loop is replaced by a delegation. What does `throw` give back now?
// answer: "b". The `Skip` comes up at the `yield` in `rows`, which prints "rows skips a", goes around its loop and yields again.
// look: Two lanes are suspended together, and each way in goes through the upper one into the lower. Closing ends the lower
//   first.

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

function* delegating(source: Generator<string>) {
  yield* source;
}

export function main() {
  const table = delegating(rows());
  console.log(send(table).value);
  console.log(throwInto(table, new Skip()).value);
  console.log(send(table).value);
  close(table);
}
