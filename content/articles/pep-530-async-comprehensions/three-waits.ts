// title: Three waits in one round
// question: `read_cart` takes 1 s for an item, `in_stock` takes 2 s and `price` 4 s. Rum is not in stock. At which times does the cart hand
//   out its three items, and when is the list complete?
// answer: At 1, 8 and 11 s, and the list at 17 s. A round takes 1 + 2 + 4 = 7 s, and the round of rum takes 3 s, because no price is asked
//   for. The cart is asked for its next item only when the round before is over.
// look: `main` has eight waits: three in `read_cart`, three in `in_stock` and two in `price`. The round of rum lacks the long one.
// axis: time

import { collect, sleep } from '@yieldpoint/scheduler';

async function* readCart() {
  for (const item of ['tea', 'rum', 'rice']) {
    await sleep(1);
    console.log(`cart: ${item}`);
    yield item;
  }
}

async function inStock(item: string) {
  await sleep(2);
  return item !== 'rum';
}

async function price(item: string) {
  await sleep(4);
  return `${item} 20`;
}

export async function main() {
  const found = await collect(readCart(), price, inStock);
  console.log(`found: ${found.join(' ')}`);
}
