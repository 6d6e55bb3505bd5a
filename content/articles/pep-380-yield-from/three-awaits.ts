// title: The same three levels, with `await`
// question: Two functions are `async def` now, and each `yield from` is an `await`. Which of the printed lines change?
// answer: None. `await` hands on what `main` sends, and gives what `ask` returns, as `yield from` does.
// look: The lanes are suspended and resumed at the same lines as before.

import { send, type Drivable } from '@yieldpoint/scheduler';

type Questions = Generator<string, string, string>;

function* ask(question: string): Questions {
  const answer = yield question;
  return answer.trim();
}

async function person() {
  const name = await (ask('Name?') as any);
  const town = await (ask('Town?') as any);
  return `${name} of ${town}`;
}

async function booking() {
  const guest = await person();
  const nights = await (ask('How many nights?') as any);
  return `${guest}, ${nights} nights`;
}

export function main() {
  const form = booking() as unknown as Drivable<string, string, string>;
  console.log(send(form).value);
  console.log(send(form, '  Ada').value);
  console.log(send(form, 'London  ').value);
  console.log(`booked: ${send(form, '3').value}`);
}
