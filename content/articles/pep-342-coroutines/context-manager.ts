// title: A generator as a context manager
// question: The second block raises an error. Is the diary closed, and who hears of the error?
// answer: The error is thrown in at the `yield`, the `finally` prints its line, and the error leaves the generator again. So
//   `main` hears of it after the diary is closed.
// look: Two lanes of the same function. One is resumed by `next` and returns, the other is resumed by `throw` and fails.

import { send, throwInto } from '@yieldpoint/scheduler';

function within(steps: Generator<string>, block: (file: string) => void) {
  const file: string = send(steps).value;
  try {
    block(file);
  } catch (error) {
    throwInto(steps, error);
  }
  steps.next();
}

function* opened(name: string): Generator<string> {
  console.log(`open ${name}`);
  try {
    yield name;
  } finally {
    console.log(`close ${name}`);
  }
}

export function main() {
  within(opened('ledger'), (file) => console.log(`write to ${file}`));
  try {
    within(opened('diary'), () => {
      throw new Error('disk is full');
    });
  } catch (error) {
    console.log(`main hears: ${(error as Error).message}`);
  }
}
