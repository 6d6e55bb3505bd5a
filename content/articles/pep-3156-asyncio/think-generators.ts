// title: The same two thoughts, spelled as generators
// question: The keyword is `yield*` in TypeScript and `yield from` in Python now. Does any line come out in another order?
// answer: No. The same tasks step in the same iterations, because `await` hands the same future to the same task.
// look: Lay this run beside the one with `await`: not one segment differs.

import { gather, sleep } from '@yieldpoint/scheduler';

// region think
function* think(seconds: number) {
  console.log(`think(${seconds}) begins`);
  yield* sleep(seconds);
  console.log(`think(${seconds}) is done`);
}
// endregion

export async function main() {
  await gather([think(5), think(2)]);
}
