// title: A running average, driven by hand
// question: The fourth call throws an error into the generator. What does that call give back, and what does the next one give?
// answer: `throw` gives back 15.0, the value of the next `yield`, as `send` would. The error was caught where it came up and
//   changed neither `total` nor `count`, so sending 60 makes it 30.0.
// look: Before each call the generator is suspended at the same line. Only the way in differs: `next`, `send`, `throw`, `close`.

import { close, send, throwInto } from '@yieldpoint/scheduler';

class Missing extends Error {}

function* runningAverage() {
  let [total, count, average] = [0, 0, 0];
  while (true) {
    try {
      const value: number = yield average;
      total += value;
      count += 1;
      average = total / count;
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      console.log(`skipped: ${error.message}`);
    }
  }
}

function show({ value }: { value: unknown }) {
  console.log(Number(value).toFixed(1));
}

export function main() {
  const average = runningAverage();
  show(send(average));
  show(send(average, 10));
  show(send(average, 20));
  show(throwInto(average, new Missing('no signal')));
  show(send(average, 60));
  close(average);
}
