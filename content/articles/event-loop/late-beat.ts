// title: A beat that comes late
// question: Four beats are due, one every second from 0 s on. From 1.5 s on the thread is blocked for 2 s. When do the beats
//   come?
// answer: At 0.0, 1.0, 3.5 and 4.5 s. The third was due at 2 s, when the thread was inside the blocking call, and the loop
//   that would have fired the timer needs that thread too. The fourth is due 1 s after the third.
// look: The lane of `beat` waits past its deadline while the lane of `main` is running.

import { block, createTask, getRunningLoop, sleep } from '@yieldpoint/scheduler';

async function beat() {
  for (let count = 0; count < 4; count += 1) {
    console.log(`beat at ${getRunningLoop().time().toFixed(1)} s`);
    await sleep(1);
  }
}

export async function main() {
  const beating = createTask(beat());
  await sleep(1.5);
  block(2);
  await beating;
}
