// title: Three requests for a server that takes two
// question: The server refuses a request while two are open, and each takes 2 s. `main` asks for three prices at once, and then again with a
//   semaphore of 2. Which two lines are printed, and when?
// answer: At 2 s "all at once: tea 20 rice 20 too many requests", because the third request was refused at 0 s. At 6 s "two at a time: tea 20 rice 20
//   salt 20": the third request waited for the semaphore until 4 s.
// look: In the second half, one lane waits at the semaphore while two wait for their prices.
// lines: In TypeScript the body of `async with` is a function of its own on the same line.

import { asyncWith, gather, Semaphore, sleep } from '@yieldpoint/scheduler';

let openRequests = 0;

async function price(item: string) {
  if (openRequests === 2) throw new Error('too many requests');
  openRequests += 1;
  await sleep(2);
  openRequests -= 1;
  return `${item} 20`;
}

async function limited(limit: Semaphore, item: string) {
  return await asyncWith(limit, () => price(item));
}

function text(answer: unknown) {
  return answer instanceof Error ? answer.message : answer;
}

export async function main() {
  const cart = ['tea', 'rice', 'salt'];
  let answers: unknown[] = await gather(
    cart.map((item) => price(item)),
    { returnExceptions: true },
  );
  console.log(`all at once: ${answers.map(text).join(' ')}`);
  const limit = new Semaphore(2);
  answers = await gather(cart.map((item) => limited(limit, item)));
  console.log(`two at a time: ${answers.map(text).join(' ')}`);
}
