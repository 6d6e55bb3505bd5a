// title: The ticket is reserved before the wait
// question: Two tickets are left and three people order, but Ada's card is refused. After that, Alan orders again. Which lines are
//   printed, and at which times?
// answer: Alan hears "sold out" at 0 s, because both tickets are reserved by then. At 1 s Ada's ticket goes back and Grace has hers.
//   Alan's second order begins at 1 s, and at 2 s he has the last ticket.
// look: At 0 s `left` goes from 2 to 0, in the lanes of Ada and Grace, before either of them suspends.

import { gather, sleep } from '@yieldpoint/scheduler';

let left = 2;

class ConnectionError extends Error {}

async function charge(name: string) {
  await sleep(1);
  if (name === 'Ada') {
    throw new ConnectionError('card refused');
  }
}

async function order(name: string) {
  if (left === 0) {
    console.log(`${name}: sold out`);
    return;
  }
  left -= 1;
  try {
    await charge(name);
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    left += 1;
    console.log(`${name}: ${error.message}, ${left} left`);
    return;
  }
  console.log(`${name}: a ticket, ${left} left`);
}

export async function main() {
  const people = ['Ada', 'Grace', 'Alan'];
  await gather(people.map(order));
  await order('Alan');
}
