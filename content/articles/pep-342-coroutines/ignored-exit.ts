// title: A worker that does not take no for an answer
// question: Whatever goes wrong in a job, the worker tries again, three times at most. What does `close` do to it?
// answer: The request to stop comes up at the `yield` as an exception, the worker takes it for a failed job and yields for the
//   next one. `close` answers with `RuntimeError`. A second `close` meets the last attempt, and there the loop ends.
// look: After the first `close` the generator is suspended again, at the same line.

import { close, RuntimeError, send } from '@yieldpoint/scheduler';

function* retrying() {
  for (const attempt of [1, 2, 3]) {
    try {
      const job: string = yield;
      console.log(`attempt ${attempt} did ${job}`);
    } catch {
      console.log(`attempt ${attempt} failed, going on`);
    }
  }
}

export function main() {
  const worker = retrying();
  send(worker);
  send(worker, 'one');
  try {
    close(worker);
  } catch (error) {
    if (error instanceof RuntimeError) console.log('RuntimeError: it ignored the request');
  }
  close(worker);
  console.log('closed at the second request');
}
