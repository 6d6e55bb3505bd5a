// title: A task, written by hand
// question: No task drives these two generators, only the function `start`. Which lines come out, and in which order?
// answer: The same four lines as before, in the same loop iterations. A step sends the last result in, gets the next
//   future out and leaves itself behind as that future's callback.
// look: Where the first run has two lanes, this one has callbacks of the loop. They run in the same iterations.

import { Future, gather, getRunningLoop } from '@yieldpoint/scheduler';

function start(steps: Generator<Future<void>, void>) {
  const finished = new Future<void>();
  function step(last?: Future<void>) {
    const { done, value } = steps.next(last?.result());
    if (done) finished.setResult(value);
    else value.addDoneCallback(step);
  }
  getRunningLoop().callSoon(step);
  return finished;
}

function* think(seconds: number) {
  console.log(`think(${seconds}) begins`);
  const alarm = new Future<void>();
  const loop = getRunningLoop();
  loop.callLater(seconds, () => alarm.setResult());
  yield alarm;
  console.log(`think(${seconds}) is done`);
}

export async function main() {
  const tasks = [start(think(5)), start(think(2))];
  await gather(tasks);
}
