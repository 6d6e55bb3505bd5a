// title: A pair of brackets that makes it wait
// question: Each price takes 1 s. Two prices are added up from a list in brackets, and then without the brackets. When is each of
//   the two lines printed, and what does the second one say?
// answer: The sum 50 at 2 s, and at the same moment that there is nothing to add up. Without brackets the `await` stands in a
//   generator expression, which is an asynchronous generator, and nothing has been asked of it.
// look: The second attempt leaves no trace in the lane of `main`. It did not wait for a single price.

import { collect, collectLazily, sleep } from '@yieldpoint/scheduler';

async function price(amount: number) {
  return await sleep(1, amount);
}

function sum(amounts: Iterable<number>) {
  return [...amounts].reduce((a, b) => a + b);
}

export async function main() {
  const prices = await collect([20, 30], price);
  console.log(`sum: ${sum(prices)}`);
  try {
    const lazy = collectLazily([20, 30], price);
    // The types refuse it here; as never lets it through.
    console.log(`sum: ${sum(lazy as never)}`);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.log('cannot be iterated');
  }
}
