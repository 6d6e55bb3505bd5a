// title: Producer and consumer

import { createTask, Queue, run, sleep } from '@yieldpoint/scheduler';

async function download(names: string[], pages: Queue<string>) {
  for (const name of names) {
    await sleep(1);
    console.log(`${name} downloaded`);
    await pages.put(name);
  }
}

async function save(pages: Queue<string>) {
  while (true) {
    const name = await pages.get();
    await sleep(2);
    console.log(`${name} saved`);
    pages.taskDone();
  }
}

async function main() {
  const pages = new Queue<string>(1);
  const saver = createTask(save(pages), { name: 'saver' });
  await download(['index', 'news', 'about'], pages);
  await pages.join();
  saver.cancel();
}

run(main());
