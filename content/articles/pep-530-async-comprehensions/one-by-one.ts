// title: One by one, and two ways to overlap
// question: The price of tea takes 2 s and that of rice 4 s. A comprehension, then `gather`, then a task group ask for both. When is each
//   of the three done?
// answer: At 6, 10 and 14 s. The comprehension takes 2 + 4 = 6 s. The other two make a task for each price, and take as long as the longer
//   one, 4 s.
// look: Up to 6 s there is one lane. After that there are two at a time besides that of `main`.

import { asyncWith, collect, gather, sleep, TaskGroup } from '@yieldpoint/scheduler';

const seconds: Record<string, number> = { tea: 2, rice: 4 };

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
