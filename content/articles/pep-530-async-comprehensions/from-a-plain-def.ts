// title: Prices from a plain `def`
// question: `prices_of` is a plain `def`, and has an `await` in it. The cart holds only tea when `main` calls it, and rice is added after that. Which
//   lines does `main` print, and when?
// answer: "main has the prices" at 0 s, and both prices, 20 at 1 s and 30 at 2 s. The call makes an asynchronous generator and asks for no price. The
//   list is the same list when the loop reads it, and by then it has two items.
// look: `main` prints its first line before its first wait.

import { collectLazily, sleep } from '@yieldpoint/scheduler';

const prices: Record<string, number> = { tea: 20, rice: 30 };

async function price(item: string) {
  await sleep(1);
  return prices[item];
}

function pricesOf(cart: string[]) {
  return collectLazily(cart, price);
}

export async function main() {
  const cart = ['tea'];
  const asked = pricesOf(cart);
  console.log('main has the prices');
  cart.push('rice');
  for await (const amount of asked) {
    console.log(amount);
  }
}
