// title: Rate limit

import { enter, run, Semaphore, sleep, TaskGroup } from '@yieldpoint/scheduler';

async function fetchOne(number: number, slots: Semaphore) {
  {
    await using _ = await enter(slots);
    console.log(`request ${number} sent`);
    await sleep(1);
  }
  console.log(`request ${number} answered`);
}

async function main() {
  const slots = new Semaphore(2);
  {
    await using group = new TaskGroup();
    for (const number of [1, 2, 3, 4, 5]) {
      group.createTask(fetchOne(number, slots), { name: `fetch ${number}` });
    }
  }
  console.log('all answered');
}

run(main());
