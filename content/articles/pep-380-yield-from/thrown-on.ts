// title: What is thrown arrives, and closing does not
// question: `read_rows` has a socket to give back, in its `finally`. `main` throws a `TimeoutError`, then closes the report, and at its end closes
//   `source` itself. In which order are the five lines printed?
// answer: "read orders", "orders: timed out, ask again", "read orders", "main: the report is closed", and only then "orders: given back". The
//   `TimeoutError` arrives, and `read_rows` asks again. But `GeneratorExit` is not an `Exception`, so it ends `report`, and `read_rows` stays
//   suspended, with its socket, until `main` closes it.
// look: The `throw` goes through `report` into `read_rows`. The `close` ends in `report`, and the lane of `read_rows` remains suspended.

import { close, GeneratorExit, send, throwInto, TimeoutError } from '@yieldpoint/scheduler';

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
  let step = send(source);
  while (!step.done) {
    try {
      const row: string = yield step.value;
      step = send(source, row);
    } catch (error) {
      if (error instanceof GeneratorExit) throw error;
      step = throwInto(source, error);
    }
  }
  console.log(`report: ${step.value.join(' ')}`);
}
// endregion

export function main() {
  const source = readRows('orders');
  const orders = report(source);
  console.log(send(orders).value);
  console.log(throwInto(orders, new TimeoutError()).value);
  close(orders);
  console.log('main: the report is closed');
  close(source);
}
