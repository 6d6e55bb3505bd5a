// title: `throw` into an upload that waits
// question: `main` starts `upload`, which waits in `Answer`. Then `main` throws a `CancelledError` into `upload`. Which lines are
//   printed?
// answer: "the upload waits", "the connection is closed", "CancelledError has come out". The exception is raised at the `yield` at the bottom
//   and leaves one function after the other. The `finally` runs on its way, and `except OSError` does not fit.
// look: Before the `throw` three frames are suspended, each awaiting the one below. All three are gone after it.

import { CancelledError, throwInto, type Drivable } from '@yieldpoint/scheduler';
import { send as sendInto } from '@yieldpoint/scheduler';

class OSError extends Error {}

class Answer {
  *[Symbol.iterator](): Generator<Answer, void, void> {
    yield this;
  }
}

async function send(name: string) {
  try {
    await new Answer();
    console.log(`${name} is stored`);
  } finally {
    console.log('the connection is closed');
  }
}

async function upload(name: string) {
  try {
    await send(name);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    console.log('failed, trying again');
  }
}

export function main() {
  const made = upload('photo') as unknown as Drivable<Answer, void, void>;
  sendInto(made);
  console.log('the upload waits');
  try {
    throwInto(made, new CancelledError());
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    console.log('CancelledError has come out');
  }
}
