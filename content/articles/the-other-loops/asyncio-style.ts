// title: The job in asyncio's style
// question: Ada's two answers take 1 s and 3 s, Grace's take 2 s and 1 s. Which six lines are printed, and when?
// answer: Both ask at 0 s. Ada has 1 at 1 s, Grace has 2 at 2 s and 3 at 3 s, and Ada has 4 at 4 s.
// look: There is a lane for each job, with two gaps in it. Step to a gap: the line lit in the program has an `await`.

import { gather, sleep } from '@yieldpoint/scheduler';

function fetch(seconds: number) {
  return sleep(seconds, seconds);
}

// region job
async function job(name: string, first: number, second: number) {
  console.log(`${name} asks`);
  const a = await fetch(first);
  console.log(`${name} has ${a}`);
  const b = await fetch(second);
  console.log(`${name} has ${a + b}`);
}
// endregion

export async function main() {
  await gather([job('Ada', 1, 3), job('Grace', 2, 1)]);
}
