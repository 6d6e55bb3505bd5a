// title: Two handlers, answered as rows arrive
// question: Both handlers ask for their first row, and then `main` calls `deliver(orders, "tea")`. Which four lines have been printed when that call
//   returns?
// answer: "read users" and "read orders", and during the call "orders: row 1 is tea" and "read orders". `send` makes "tea" the value of the suspended
//   `yield` and runs `save` up to its next `yield`. What that one hands out is what `send` returns, and `deliver` prints it.
// look: The arrows marked `send` go to one lane and to the other, in the order in which the rows arrive.
// lines: In TypeScript one line prints a request or that there are no more. In Python the end is an exception, which is caught and printed
//   on a line of its own.

import { send } from '@yieldpoint/scheduler';

type Handler = Generator<string, void, string>;

function read(socket: string) {
  return `read ${socket}`;
}

function* save(socket: string): Handler {
  let saved = 0;
  while (saved < 2) {
    const row = yield read(socket);
    saved += 1;
    console.log(`${socket}: row ${saved} is ${row}`);
  }
}

function deliver(handler: Handler, row: string) {
  const { value, done } = send(handler, row);
  console.log(done ? 'no more requests' : value);
}

export function main() {
  const users = save('users');
  const orders = save('orders');
  console.log(send(users).value);
  console.log(send(orders).value);
  deliver(orders, 'tea');
  deliver(users, 'Ada');
  deliver(orders, 'ink');
  deliver(users, 'Grace');
}
