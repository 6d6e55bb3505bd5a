// title: What is at the bottom of an `await`
// question: `main` resumes `read_data` by hand, as a task would. What does the first `resume` give back, and how many times does the
//   last coroutine suspend?
// answer: The future that `fetch` awaits, so the first line says "true". The last coroutine does not suspend at all. The future is
//   done by then, so its `__await__` returns the result without a `yield`.
// look: The `yield` in the lane at the bottom suspends three lanes at once. In the second reading the same line is skipped.

import { send } from '@yieldpoint/scheduler';

class Future {
  done = false;
  result: string | null = null;
  // region await
  *[Symbol.iterator](): Generator<Future, string> {
    if (!this.done) yield this;
    return this.result!;
  }
  // endregion
}

async function fetch(reply: Future) {
  const row: string = await (reply as any);
  return row.toUpperCase();
}

async function readData(reply: Future) {
  return await fetch(reply);
}

function resume(reading: any) {
  const { value, done } = send(reading);
  if (!done) return value;
  console.log(`returned ${value}`);
  return null;
}

export function main() {
  const reply = new Future();
  const reading = readData(reply);
  const waitsFor = resume(reading);
  console.log(`is it the reply? ${waitsFor === reply}`);
  [reply.result, reply.done] = ['ada', true];
  resume(reading);
  resume(readData(reply));
}
