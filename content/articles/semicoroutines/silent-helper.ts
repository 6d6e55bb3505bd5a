// title: A helper that cannot yield for you
// question: The form asks three questions, the second through a helper. Which lines are printed?
// answer: "out comes Name?" and "out comes How many nights?". The `yield` makes a generator function of `ask`. The call makes a
//   generator that nobody resumes, so not even the first line of `ask` runs.
// look: Count the lanes, and look for the one of `ask`.

import { close, send } from '@yieldpoint/scheduler';

type Questions = Generator<string, void, string>;

function* ask(question: string): Questions {
  console.log(`ask: ${question}`);
  const answer = yield question;
  console.log(`ask: heard ${answer}`);
}

function* form(): Questions {
  yield 'Name?';
  ask('Town?');
  yield 'How many nights?';
}

export function main() {
  const filling = form();
  console.log(`out comes ${send(filling).value}`);
  console.log(`out comes ${send(filling, 'Ada').value}`);
  close(filling);
}
