// title: A read that fails
// question: Ada is saved, and the next read times out. What does `users.throw(TimeoutError())` give back to `main`?
// answer: "read users", the request for another try. The error is raised at the suspended `yield`, the `except` beside it
//   catches it, the loop comes around, and `throw` returns what the next `yield` hands out. No row is lost.
// look: One arrow into `save` says `throw`. It ends at the same line as the arrows that say `send`.
// lines: In TypeScript one line prints a request or that there are no more. In Python the end is an exception, which is caught and printed
//   on a line of its own.

import { send, throwInto, TimeoutError } from '@yieldpoint/scheduler';

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
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      console.log(`${socket}: timed out, ask again`);
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
  const answer = throwInto(users, new TimeoutError());
  console.log(`throw gave back: ${answer.value}`);
  deliver(users, 'Grace');
}
