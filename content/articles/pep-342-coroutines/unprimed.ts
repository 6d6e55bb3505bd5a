// title: Sending to a generator that has not begun
// question: The first name is sent before the generator has run at all. Which lines are printed, and is Ada greeted later?
// answer: Ada is refused and never greeted. The generator had not reached a `yield`, so there was nothing whose value her
//   name could become. `next` brings it there, and then Grace is welcome.
// look: The refusal opens no lane. The generator's lane begins with `next`.

import { close, send } from '@yieldpoint/scheduler';

function* greeter() {
  console.log('greeter begins');
  while (true) {
    const name: string = yield;
    console.log(`hello ${name}`);
  }
}

export function main() {
  const greet = greeter();
  try {
    send(greet, 'Ada');
  } catch {
    console.log('refused: no yield is waiting for Ada');
  }
  send(greet);
  send(greet, 'Grace');
  close(greet);
}
