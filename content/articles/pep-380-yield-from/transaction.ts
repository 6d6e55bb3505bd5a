// title: A transaction that is not rolled back
// question: Both blocks fail with "bad row". Which lines are printed?
// answer: Both begin, `save` hears of both errors, and the only other line is "second: roll back". The `with` throws the
//   error in at the outer `yield`. In `looped` it leaves the loop there, and `transaction` is closed without having seen
//   it. `delegated` hands it on.
// look: Both outer lanes are resumed by `throw`. Only the second `throw` goes on into `transaction`.

import { close, send, throwInto } from '@yieldpoint/scheduler';

function within(steps: Generator, block: () => void) {
  send(steps);
  try {
    block();
  } catch (error) {
    throwInto(steps, error);
  }
  send(steps);
}

function* transaction(name: string) {
  console.log(`${name}: begin`);
  try {
    yield;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.log(`${name}: roll back`);
    throw error;
  }
  console.log(`${name}: commit`);
}

function* looped(name: string) {
  const steps = transaction(name);
  try {
    while (!send(steps).done) yield;
  } finally {
    close(steps);
  }
}

function* delegated(name: string) {
  yield* transaction(name);
}

function save(steps: Generator) {
  try {
    within(steps, () => {
      throw new RangeError('bad row');
    });
  } catch (error) {
    console.log(`save hears: ${(error as Error).message}`);
  }
}

export function main() {
  save(looped('first'));
  save(delegated('second'));
}
