// title: The last ticket, sold twice
// question: One ticket is left. Ada and Grace order it, and charging a card takes 1 s. Which line does each order print?
// answer: "Ada: a ticket, 0 left" and "Grace: a ticket, -1 left". Grace's order looks at `left` while Ada's card is being charged, and `left` is
//   still 1.
// look: At 0 s both lanes run the line with the `if`, one after the other. The line that writes `left` runs at 1 s.

import { gather, sleep } from '@yieldpoint/scheduler';

let left = 1;

async function charge(_name: string) {
  await sleep(1);
}

async function order(name: string) {
  if (left === 0) {
    console.log(`${name}: sold out`);
    return;
  }
  await charge(name);
  left -= 1;
  console.log(`${name}: a ticket, ${left} left`);
}

export async function main() {
  await gather([order('Ada'), order('Grace')]);
}
