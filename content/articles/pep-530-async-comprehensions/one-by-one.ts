// title: One by one, and two ways to overlap
// question: The price of tea takes 4 s and that of rice 2 s. A comprehension, then `gather`, then a task group ask for both. When is each
//   of the three done, and which price comes first in the line of `gather`?
// answer: At 6, 10 and 14 s. The comprehension takes 4 + 2 = 6 s. The other two make a task for each price, and take as long as the longer
//   one, 4 s. Tea comes first in all three lines, although rice is done before it.
// look: Up to 6 s there is one lane. After that there are two at a time besides that of `main`, and that of rice is the shorter one.
// lines: In TypeScript the body of `async with` is a function of its own. In Python `main` comes back to the line of `async with` when its
//   block ends.

import { asyncWith, collect, gather, sleep, TaskGroup } from '@yieldpoint/scheduler';

const seconds: Record<string, number> = { tea: 4, rice: 2 };

async function price(item: string) {
  await sleep(seconds[item]!);
  return `${item} ${seconds[item]! * 10}`;
}

export async function main() {
  const cart = ['tea', 'rice'];
  const oneByOne = await collect(cart, price);
  console.log(`comprehension: ${oneByOne.join(' ')}`);
  const both = await gather(cart.map(price));
  console.log(`gather: ${both.join(' ')}`);
  const group = new TaskGroup();
  const tasks = await asyncWith(group, async () => {
    return cart.map((item) => group.createTask(price(item)));
  });
  const results = tasks.map((task) => task.result());
  console.log(`group: ${results.join(' ')}`);
}
