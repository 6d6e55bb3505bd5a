// title: Values through three levels
// question: `form` asks through `person`, and `person` through `ask`. What comes back when the town is sent, and which line
//   is printed before?
// answer: "How many nights?". The answer goes straight to `ask`, which returns it to `person`; `person` returns to `form`,
//   `form` prints "welcome, Ada of London" and yields the next question itself.
// look: Each `ask` is suspended together with the two lanes above it, and resumed alone. What it returns goes up one lane at
//   a time.

import { close, send } from '@yieldpoint/scheduler';

type Questions = Generator<string, string, string>;

function* ask(question: string): Questions {
  const answer = yield question;
  return answer.trim();
}

function* person(): Questions {
  const name = yield* ask('Name?');
  const town = yield* ask('Town?');
  return `${name} of ${town}`;
}

function* form(): Generator<string, void, string> {
  const guest = yield* person();
  console.log(`welcome, ${guest}`);
  yield 'How many nights?';
}

export function main() {
  const filling = form();
  console.log(send(filling).value);
  console.log(send(filling, '  Ada').value);
  console.log(send(filling, 'London  ').value);
  close(filling);
}
