// title: Questions through three levels
// question: `booking` asks through `person`, and `person` through `ask`. What does `form.send("London  ")` return, and which functions return
//   before that?
// answer: "How many nights?". `ask` returns "London" to `person`, `person` returns "Ada of London" to `booking`, and `booking` asks
//   the next question through a new `ask`.
// look: The first two questions come out through three suspended lanes. What `ask` returns goes up one lane at a time.

import { send } from '@yieldpoint/scheduler';

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

function* booking(): Questions {
  const guest = yield* person();
  const nights = yield* ask('How many nights?');
  return `${guest}, ${nights} nights`;
}

export function main() {
  const form = booking();
  console.log(send(form).value);
  console.log(send(form, '  Ada').value);
  console.log(send(form, 'London  ').value);
  console.log(`booked: ${send(form, '3').value}`);
}
