// title: Two generators that hand to each other
// question: The baker sends bread to the seller, and the seller wants to send thanks straight back. Which four lines come out?
// answer: The thanks do not arrive. The baker is in the middle of its own call of `send`, so it is not suspended, and only a
//   suspended generator can be resumed. The seller catches the error and yields, and the baker goes on behind its `send`.
// look: The seller suspends twice. See into which lane control goes, the first time and the second.

import { close, send } from '@yieldpoint/scheduler';

type Person = Generator<void, void, string>;
const people: Record<string, Person> = {};

function* baker(): Person {
  yield;
  console.log('baker: here is bread');
  send(people['seller']!, 'bread');
  console.log('baker: on with the dough');
}

function* seller(): Person {
  const goods = yield;
  console.log(`seller: ${goods}, thank you`);
  try {
    send(people['baker']!, 'thanks');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.log('seller: the baker cannot be resumed');
  }
  yield;
}

export function main() {
  people['baker'] = baker();
  people['seller'] = seller();
  for (const name in people) send(people[name]!);
  send(people['baker']!);
  close(people['seller']!);
}
