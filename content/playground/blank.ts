// title: Blank

import { run, sleep } from '@yieldpoint/scheduler';

async function main() {
  await sleep(1);
  console.log('hello');
}

run(main());
