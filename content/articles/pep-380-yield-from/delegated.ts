// title: The same, in one line
// question: `report` is one line with `yield from`, and one that prints. Which two lines come after the second "read users", and does
//   "orders: given back" come before or after "main: the report is closed"?
// answer: "read users" once more and then "users: given back". The timeout and both rows arrive in `read_rows`, and so does closing: "orders:
//   given back" is printed before "main: the report is closed".
// look: The lane of `report` runs at the beginning and at the end. In between it is suspended together with `read_rows`.
// lines: In TypeScript one line prints a request or that there are no more. In Python the end is an exception, which is caught and printed
//   on a line of its own.

import { close, send, throwInto, TimeoutError } from '@yieldpoint/scheduler';

type Rows = Generator<string, string[], string>;
type Handler = Generator<string, void, string>;

function* readRows(socket: string): Rows {
  const rows: string[] = [];
  try {
    while (rows.length < 2) {
      try {
        const row = yield `read ${socket}`;
        rows.push(row);
      } catch (error) {
        if (!(error instanceof TimeoutError)) throw error;
        console.log(`${socket}: timed out, ask again`);
      }
    }
    return rows;
  } finally {
    console.log(`${socket}: given back`);
  }
}

// region report
function* report(source: Rows): Handler {
  const rows = yield* source;
  console.log(`report: ${rows.join(' ')}`);
}
// endregion

function deliver(handler: Handler, row: string) {
  const { value, done } = send(handler, row);
  console.log(done ? 'no more requests' : value);
}

export function main() {
  const users = report(readRows('users'));
  console.log(send(users).value);
  console.log(throwInto(users, new TimeoutError()).value);
  deliver(users, 'Ada');
  deliver(users, 'Grace');

  const source = readRows('orders');
  const orders = report(source);
  console.log(send(orders).value);
  close(orders);
  console.log('main: the report is closed');
  close(source);
}
