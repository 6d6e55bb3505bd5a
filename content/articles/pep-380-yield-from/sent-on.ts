// title: What is sent arrives, and what is thrown does not
// question: `read_rows` catches a `TimeoutError` and asks again. `main` sends two rows to the first report, and throws a `TimeoutError` into
//   the second one. What is printed after "read orders"?
// answer: "main: the report has failed", and then "source goes on: read orders". The error comes up at the `yield` in `report`, where
//   nothing catches it. `read_rows` is still suspended and has not heard of it.
// look: In the lanes of the second report, the `throw` enters `report` and goes no further.
// lines: In TypeScript one line prints a request or that there are no more. In Python the end is an exception, which is caught and printed
//   on a line of its own.

import { close, send, throwInto, TimeoutError } from '@yieldpoint/scheduler';

type Rows = Generator<string, string[], string>;
type Handler = Generator<string, void, string>;

function* readRows(socket: string): Rows {
  const rows: string[] = [];
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
}

// region report
function* report(source: Rows): Handler {
  let step = send(source);
  while (!step.done) {
    const row: string = yield step.value;
    step = send(source, row);
  }
  console.log(`report: ${step.value.join(' ')}`);
}
// endregion

function deliver(handler: Handler, row: string) {
  const { value, done } = send(handler, row);
  console.log(done ? 'no more requests' : value);
}

export function main() {
  const users = report(readRows('users'));
  console.log(send(users).value);
  deliver(users, 'Ada');
  deliver(users, 'Grace');

  const source = readRows('orders');
  const orders = report(source);
  console.log(send(orders).value);
  try {
    throwInto(orders, new TimeoutError());
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('main: the report has failed');
  }
  console.log(`source goes on: ${send(source).value}`);
  close(source);
}
