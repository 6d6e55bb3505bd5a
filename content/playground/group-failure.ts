// title: A TaskGroup fails

import { ExceptionGroup, run, sleep, TaskGroup } from '@yieldpoint/scheduler';

class OutOfStock extends Error {}

async function reserve(item: string, seconds: number) {
  try {
    await sleep(seconds);
    if (item === 'desk') throw new OutOfStock(item);
    console.log(`${item} reserved`);
  } finally {
    console.log(`${item}: left the warehouse`);
  }
}

async function reserveAll() {
  await using group = new TaskGroup();
  group.createTask(reserve('lamp', 1), { name: 'lamp' });
  group.createTask(reserve('desk', 2), { name: 'desk' });
  group.createTask(reserve('chair', 3), { name: 'chair' });
}

async function main() {
  try {
    await reserveAll();
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    const failed = error.exceptions as Error[];
    console.log('not in stock:', ...failed.map(({ message }) => message));
  }
}

run(main());
