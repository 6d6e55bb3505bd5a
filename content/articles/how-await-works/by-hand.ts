// title: A page that `main` drives with `send`
// question: There is no event loop here. `main` calls `made.send` three times. What comes out of the first two calls, and what does
//   the third one bring?
// answer: A timer of 2 s and a timer of 3 s come out, the objects that `Timer` yields at the bottom. The third call ends
//   `page`, and its result is "user after 2 s, orders after 3 s".
// look: Each `send` goes to `page`, and it is `__await__` that resumes. At each timer three frames are suspended, one awaiting the next.

import { send, type Drivable } from '@yieldpoint/scheduler';

class Timer {
  seconds: number;
  constructor(seconds: number) {
    this.seconds = seconds;
  }
  *[Symbol.iterator](): Generator<Timer, string, string> {
    const answer = yield this;
    return answer;
  }
}

async function fetch(name: string, seconds: number) {
  const answer = await new Timer(seconds);
  return `${name} ${answer}`;
}

async function page() {
  const user = await fetch('user', 2);
  const orders = await fetch('orders', 3);
  return `${user}, ${orders}`;
}

type Driven = Drivable<Timer, string, string>;

export function main() {
  const made = page() as unknown as Driven;
  let timer = send(made).value as Timer;
  console.log(`out comes a timer of ${timer.seconds} s`);
  timer = send(made, 'after 2 s').value as Timer;
  console.log(`out comes a timer of ${timer.seconds} s`);
  const end = send(made, 'after 3 s');
  console.log(end.value);
}
