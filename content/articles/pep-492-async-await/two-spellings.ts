// title: One function, two spellings
// question: The first function awaits, the second delegates. Which resumes first, and does the other follow in a later iteration?
// answer: The first argument of `gather` resumes first and the other in the same iteration. Both suspend on the same kind of
//   future, and the task cannot tell them apart.
// look: Two lanes with the same segments in the same columns.

import { gather, sleep } from '@yieldpoint/scheduler';

// region twins
async function awaiting(value: number) {
  const later = await sleep(1, value);
  console.log(`await has ${later}`);
  return later * 2;
}

function* delegating(value: number) {
  const later = yield* sleep(1, value);
  console.log(`yield from has ${later}`);
  return later * 2;
}
// endregion

export async function main() {
  const calls = [awaiting(4), delegating(5)];
  const [first, second] = await gather(calls);
  console.log(`main has ${first} and ${second}`);
}
