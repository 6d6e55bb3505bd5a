// title: All of it, handed on by hand
// question: `report` closes `source` before it lets `GeneratorExit` go on. Where is "orders: given back" now?
// answer: Before "main: the report is closed". `read_rows` is closed first and runs its `finally`, then `report` ends. Closing `source` once
//   more does nothing.
// look: The `close` enters `report`, which closes `read_rows`. The lower lane ends before the upper one.

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
      if (error instanceof GeneratorExit) {
        close(source);
        throw error;
      }
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
