// title: A comprehension that `main` resumes by hand
// question: There is no event loop. `main` calls `made.send` three times, with `None`, 20 and 30. What comes out of each call?
// answer: "price of tea?", "price of rice?", and the end with the total 50. The comprehension asks for rice after the answer for tea has
//   come in.
// look: Each `send` goes into `total` and on to `ask`. The second `ask` starts in the `send` that ends the first.

import { collect, send, type Drivable } from '@yieldpoint/scheduler';

function* ask(item: string): Generator<string, number, number> {
  const answer = yield `price of ${item}?`;
  return answer;
}

function sum(amounts: number[]) {
  return amounts.reduce((a, b) => a + b);
}

async function total(cart: string[]) {
  return sum(await collect(cart, ask as any));
}

type Total = Drivable<string, number, number>;

export function main() {
  const made = total(['tea', 'rice']) as unknown as Total;
  console.log(send(made).value);
  console.log(send(made, 20).value);
  const end = send(made, 30);
  console.log(`total: ${end.value}`);
}
