// title: A part of a handler, moved into a function of its own
// question: `main` sends "Ada" and "Grace" to `report`. Which six lines are printed?
// answer: "read users" and "users: row 1 is None", the same with row 2, "report is sent", "no more requests". The `for` loop in `report` asks
//   `read_rows` by `next`, and what `main` sends is the value of the `yield` in `report`, where nothing takes it.
// look: The arrows marked `send` end in the lane of `report`. From there to `read_rows`, every arrow says `next`.
// lines: In TypeScript one line prints a request or that there are no more. In Python the end is an exception, which is caught and printed
//   on a line of its own.

import { send } from '@yieldpoint/scheduler';

type Handler = Generator<string, void, string>;

function* readRows(socket: string): Generator<string> {
  for (const number of [1, 2]) {
    const row = yield `read ${socket}`;
    console.log(`${socket}: row ${number} is ${row ?? 'None'}`);
  }
}

function* report(socket: string): Handler {
  for (const request of readRows(socket)) {
    yield request;
  }
  console.log('report is sent');
}

function deliver(handler: Handler, row: string) {
  const { value, done } = send(handler, row);
  console.log(done ? 'no more requests' : value);
}

export function main() {
  const users = report('users');
  console.log(send(users).value);
  deliver(users, 'Ada');
  deliver(users, 'Grace');
}
