// title: A payment without `yield from`
// question: An account holds 100. `order` pays 30 and then 20, but before the second call the `yield from` is missing. How much is
//   left, and at what time is that printed?
// answer: 70, at 1 s. The second call made a generator, and nothing ever resumed it. None of its lines has run, and the order goes
//   on as if it had.
// look: The lane of `main` waits for 1 s once. The second payment would have been another wait.

import { sleep } from '@yieldpoint/scheduler';

type Account = { balance: number };

function* pay(account: Account, amount: number) {
  yield* sleep(1);
  account.balance -= amount;
  console.log(`paid ${amount}`);
}

function* order(account: Account) {
  yield* pay(account, 30);
  pay(account, 20);
  console.log(`left: ${account.balance}`);
}

export async function main() {
  await order({ balance: 100 });
}
