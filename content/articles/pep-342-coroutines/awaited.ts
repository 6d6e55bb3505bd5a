// title: The same handler, with `await`
// question: `save` is an `async def` now and awaits its rows. `main` drives it by hand, with `send` and `throw`. Which of the
//   lines that the previous program printed change?
// answer: None of them. `await read(socket)` hands `main` what the `yield` in `read` hands out, and what `main` sends or throws
//   arrives at that same `yield`. The row is returned from there and is the value of the `await`.
// look: `save` suspends whenever `read` does. What `main` sends or throws into `save` arrives in the lane of `read`.
// lines: In TypeScript one line prints a request or that there are no more. In Python the end is an exception, which is caught and printed
//   on a line of its own.

import { send, throwInto, TimeoutError, type Drivable } from '@yieldpoint/scheduler';

type Read = Generator<string, string, string>;

function* read(socket: string): Read {
  return yield `read ${socket}`;
}

async function save(socket: string) {
  let saved = 0;
  while (saved < 2) {
    try {
      const row = await (read(socket) as any);
      saved += 1;
      console.log(`${socket}: row ${saved} is ${row}`);
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      console.log(`${socket}: timed out, ask again`);
    }
  }
}

type Handler = Drivable<string, void, string>;

function deliver(handler: Handler, row: string) {
  const { value, done } = send(handler, row);
  console.log(done ? 'no more requests' : value);
}

export function main() {
  const users = save('users') as unknown as Handler;
  console.log(send(users).value);
  deliver(users, 'Ada');
  const answer = throwInto(users, new TimeoutError());
  console.log(`throw gave back: ${answer.value}`);
  deliver(users, 'Grace');
}
