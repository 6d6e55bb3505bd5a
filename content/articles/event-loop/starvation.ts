// title: A callback that asks for one more turn
// question: `again` asks for itself until its fourth turn, `main` gives way twice, and the alarm is set for 1 s. Who is kept
//   waiting by `again`, `main` or the alarm?
// answer: The alarm. `main` waits in the same queue as `again`, and whenever it gives way it is back one iteration later. The
//   alarm is not in the queue, and the clock does not move as long as anything is ready.
// look: Five iterations at 0 s, and a jump of the clock only after the last turn.

import { getRunningLoop, sleep } from '@yieldpoint/scheduler';

export async function main() {
  const loop = getRunningLoop();
  function again(turn: number) {
    console.log(`again ${turn} at ${loop.time()} s`);
    if (turn < 4) loop.callSoon(again, turn + 1);
  }
  function alarm() {
    console.log(`alarm at ${loop.time()} s`);
  }
  loop.callLater(1, alarm);
  loop.callSoon(again, 1);
  for (const turn of [1, 2]) {
    await sleep(0);
    console.log(`main ${turn}`);
  }
  await sleep(2);
}
