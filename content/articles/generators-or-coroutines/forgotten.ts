// title: A call without `yield from`
// question: 100 is in the account. The shop pays 30 and then 20, but the second call lacks its `yield from`. What is left, and at
//   what time?
// answer: 70, at 1 s. The second call has made a generator and dropped it. None of its lines has run, and nobody says so.
// look: The lane of `main` waits once. There should be two waits of 1 s.

import { sleep } from '@yieldpoint/scheduler';

type Account = { balance: number };

function* pay(account: Account, amount: number) {
  yield* sleep(1);
  account.balance -= amount;
  console.log(`paid ${amount}`);
}

function* shop(account: Account) {
  yield* pay(account, 30);
  pay(account, 20);
  console.log(`left: ${account.balance}`);
}

export async function main() {
  await shop({ balance: 100 });
}
