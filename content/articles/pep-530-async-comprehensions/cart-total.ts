// title: A total that fails without brackets
// question: Each price takes 1 s. `main` adds up two of them, first without brackets and then with them. Which two lines are printed, and when?
// answer: "TypeError: nothing to add up" at 0 s, before any price has been asked for, and 50 at 2 s. Without brackets `sum` gets an asynchronous
//   generator, and it cannot read one.
// look: In the first attempt `main` does not suspend. In the second it suspends twice, in one line.

import { collect, collectLazily, sleep } from '@yieldpoint/scheduler';

const prices: Record<string, number> = { tea: 20, rice: 30 };

async function price(item: string) {
  await sleep(1);
  return prices[item];
}

function sum(amounts: Iterable<number>) {
  return [...amounts].reduce((a, b) => a + b);
}

export async function main() {
  const cart = ['tea', 'rice'];
  try {
    // The types refuse it here; as never lets it through.
    console.log(sum(collectLazily(cart, price) as never));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.log('TypeError: nothing to add up');
  }
  console.log(sum(await collect(cart, price)));
}
