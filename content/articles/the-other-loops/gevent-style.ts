// title: An account below zero
// question: The account holds 100, and Ada and Grace each try to take 80. In the first round a note is printed at once. In the second round printing
//   a note takes 1 s. Which lines are printed in the two rounds?
// answer: "Ada takes 80" and "20 left", and then "Ada takes 80", "Grace takes 80" and "-60 left". A slow note suspends Ada between the check and the
//   subtraction. Grace's check comes in that second, and it still finds 100.
// look: In the second round both lanes have a gap inside the note. In gevent the line of that gap is a plain call.
// lines: In TypeScript `if` and `await` are one line. In Python `await` has a line of its own, to which a call without seconds does not
//   come.

import { gather, sleep } from '@yieldpoint/scheduler';

let balance = 0;

async function note(text: string, seconds: number) {
  if (seconds > 0) await sleep(seconds);
  console.log(text);
}

// region withdraw
async function withdraw(name: string, seconds: number) {
  if (balance < 80) return;
  // gevent: the next line without await
  await note(`${name} takes 80`, seconds);
  balance -= 80;
}
// endregion

export async function main() {
  for (const seconds of [0, 1]) {
    balance = 100;
    const ada = withdraw('Ada', seconds);
    const grace = withdraw('Grace', seconds);
    await gather([ada, grace]);
    console.log(`${balance} left`);
  }
}
