// title: One machine, driven in two ways
// question: `answer` drives `stock`, then `new_stock`, and gives each the number 3. Then a `for` loop goes through `stock`. Which lines are printed?
// answer: "it asks: how many tea?" and "result: 3" twice, and then one row, "row: how many tea?". `stock` meant it as a request, for a caller that
//   sends the number back. A `for` loop sends nothing back, so `stock` ends with `None`, and the loop throws that away too.
// look: The lanes of `stock` and `new_stock` take the same two steps. The last lane of `stock` is resumed by `next`.

import { send, type Drivable } from '@yieldpoint/scheduler';

type Ask = Generator<string, number, any>;

function* ask(question: string): Ask {
  return yield question;
}

function* stock(item: string) {
  const left = yield* ask(`how many ${item}?`);
  return left;
}

async function newStock(item: string) {
  const left = await (ask(`how many ${item}?`) as any);
  return left;
}

type Machine = Drivable<string, number, any>;

function answer(machine: Machine, number: number) {
  console.log(`it asks: ${send(machine).value}`);
  const { done, value } = send(machine, number);
  if (done) console.log(`result: ${value}`);
}

export function main() {
  answer(stock('tea'), 3);
  answer(newStock('tea') as unknown as Machine, 3);
  for (const row of stock('tea')) {
    console.log(`row: ${row}`);
  }
}
