// title: Baker and seller, with a dispatcher between them
// question: The shelf holds two loaves, and three are baked. Each says who is to go on, and the dispatcher resumes that one.
//   In which order are the six lines printed?
// answer: rye and oat go on the shelf, both are sold, then malt goes on the shelf and is sold. The baker hands over when the
//   shelf is full and when nothing is left to bake, the seller when the shelf is empty.
// look: Between the two lanes every hand-over goes through the lane of the program. Neither of the two ever resumes the other.
// show: people, shelf

import { close, send } from '@yieldpoint/scheduler';

type Person = Generator<string, void, void>;
const shelf: string[] = [];

function* baker(): Person {
  for (const loaf of ['rye', 'oat', 'malt']) {
    console.log(`baker: ${loaf} on the shelf`);
    shelf.push(loaf);
    if (shelf.length === 2) yield 'seller';
  }
  yield 'seller';
}

function* seller(): Person {
  while (true) {
    while (shelf.length > 0) console.log(`seller: ${shelf.shift()!} sold`);
    yield 'baker';
  }
}

function dispatch(people: Record<string, Person>, first: string) {
  let turn: string | void = first;
  while (turn) turn = send(people[turn]!).value;
}

export function main() {
  const people = { baker: baker(), seller: seller() };
  dispatch(people, 'baker');
  close(people.seller);
}
