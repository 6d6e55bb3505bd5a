// title: Timeout and cleanup

import { run, sleep, timeout, TimeoutError } from '@yieldpoint/scheduler';

async function download(name: string) {
  console.log(`${name}: connected`);
  try {
    await sleep(30);
    console.log(`${name}: complete`);
  } finally {
    await sleep(1);
    console.log(`${name}: connection closed`);
  }
}

async function main() {
  try {
    await using _ = timeout(5);
    await download('report');
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    console.log('gave up waiting');
  }
}

run(main());
