// title: One price that fails
// question: Each price takes 1 s, and the second of three fails. What is in `found` after the first comprehension, when is that, and
//   when is the second comprehension done?
// answer: "nothing" is still in it, at 2 s. The price of tea had arrived and is lost, and rice was not asked for. The second comprehension
//   awaits a coroutine that catches the error, and is done 3 s later, with three items.
// look: `main` waits twice before the error, and three times after it.

import { collect, sleep } from '@yieldpoint/scheduler';

async function price(item: string) {
  await sleep(1);
  if (item === 'rum') {
    throw new RangeError('rum is not sold');
  }
  return `${item} 20`;
}

async function priceOrReason(item: string) {
  try {
    return await price(item);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `(${error.message})`;
  }
}

export async function main() {
  const cart = ['tea', 'rum', 'rice'];
  let found = ['nothing'];
  try {
    found = await collect(cart, price);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.log(`main hears: ${error.message}`);
  }
  console.log(`found: ${found.join(' ')}`);
  found = await collect(cart, priceOrReason);
  console.log(`found: ${found.join(' ')}`);
}
