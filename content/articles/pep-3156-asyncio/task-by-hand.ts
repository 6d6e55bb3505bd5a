// title: A task, written by hand
// question: No task drives these two generators, only the twelve lines of start. Which lines come out, and in which order?
// answer: The same four lines as before, in the same loop iterations. A step sends the last result in, gets the next
//   future out and leaves itself behind as that future's callback.
// look: Where the first run has two lanes, this one has callbacks. They run at the same places.

import { type Future, gather, getRunningLoop } from '@yieldpoint/scheduler';

function start(routine: Generator<Future<void>, void, void>) {
  const finished = getRunningLoop().createFuture<void>();
  function step(future?: Future<void>) {
    const { done, value } = routine.next(future?.result());
    if (done) finished.setResult(value);
    else value.addDoneCallback(step);
  }
  getRunningLoop().callSoon(step);
  return finished;
}

function* think(seconds: number) {
  console.log(`think(${seconds}) begins`);
  const alarm = getRunningLoop().createFuture<void>();
  getRunningLoop().callLater(seconds, () => alarm.setResult());
  yield alarm;
  console.log(`think(${seconds}) is done`);
}

export async function main() {
  await gather([start(think(5)), start(think(2))]);
}
