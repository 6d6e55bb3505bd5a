// title: A job that is asked about again and again
// question: A job is done after 1 s. `poll` asks the database about it, which takes 0.25 s each time. How many times does `poll` ask,
//   and how many times does `wait`?
// answer: `poll` asks five times, and `wait` never asks. At 1 s `poll` is in the ready queue already when the timer joins it, so `poll`
//   asks once more before `job.set` runs.
// look: For the first five iterations there is always something in the ready queue, so the loop never sleeps. After that the clock
//   jumps from 1.25 s to 2.25 s.

import { block, Event, getRunningLoop, sleep } from '@yieldpoint/scheduler';

async function poll(job: Event) {
  let asked = 0;
  while (!job.isSet()) {
    asked += 1;
    block(0.25);
    await sleep(0);
  }
  console.log(`poll asked ${asked} times`);
}

async function wait(job: Event) {
  await job.wait();
  console.log('wait is told once');
}

export async function main() {
  const loop = getRunningLoop();
  for (const follow of [poll, wait]) {
    const job = new Event();
    loop.callLater(1, () => job.set());
    await follow(job);
  }
}
