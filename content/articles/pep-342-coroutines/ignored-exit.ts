// title: A handler that does not stop
// question: A read can fail in many ways, so `save` now catches whatever comes up at the `yield` and asks again. What does
//   `users.close()` do?
// answer: It raises `RuntimeError`. The bare `except` catches `GeneratorExit` too, takes it for a failed read, and yields the next
//   request. The generator stays suspended, and Grace is saved although the server has stopped.
// look: After the arrow that says `close`, `save` suspends at the same line as before.
// lines: In TypeScript one line prints a request or that there are no more. In Python the end is an exception, which is caught and printed
//   on a line of its own.

import { close, RuntimeError, send } from '@yieldpoint/scheduler';

type Handler = Generator<string, void, string>;

function read(socket: string) {
  return `read ${socket}`;
}

function* save(socket: string): Handler {
  let saved = 0;
  while (saved < 2) {
    try {
      const row = yield read(socket);
      saved += 1;
      console.log(`${socket}: row ${saved} is ${row}`);
    } catch {
      console.log(`${socket}: read failed, ask again`);
    }
  }
}

function deliver(handler: Handler, row: string) {
  const { value, done } = send(handler, row);
  console.log(done ? 'no more requests' : value);
}

export function main() {
  const users = save('users');
  console.log(send(users).value);
  deliver(users, 'Ada');
  try {
    close(users);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log('RuntimeError: save did not stop');
  }
  deliver(users, 'Grace');
}
