// title: Two thoughts in five seconds
// question: Four lines are printed. In which order, and what does the clock show at the last one?
// answer: Both tasks print their first line before either sleeps, in the order of the arguments. The timer of 2 s
//   fires before the timer of 5 s, so the second task is done first, and the whole run takes 5 s.
// look: Both lanes run once at 0 s, one after the other. Nothing at all runs between 0 s and 2 s, nor between 2 s and 5 s.

import { gather, sleep } from '@yieldpoint/scheduler';

async function think(seconds: number) {
  console.log(`think(${seconds}) begins`);
  await sleep(seconds);
  console.log(`think(${seconds}) is done`);
}

export async function main() {
  await gather([think(5), think(2)]);
}
