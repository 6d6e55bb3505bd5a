// title: A connection that is never given back
// question: Both blocks fail with "disk is full". Which lines are printed?
// answer: Both connections are taken, `save` hears of both errors, and the only other line is "connection 2 is given back". When the block fails, the
//   `with` throws the error in at the `yield`. In `leaking` it leaves the function there, and the line below is never reached. In `borrowed` it
//   passes through the `finally`.
// look: Both lanes are resumed by `throw`, and both fail. Only the second prints a line on the way.

import { send, throwInto } from '@yieldpoint/scheduler';

function within(steps: Generator, block: () => void) {
  send(steps);
  try {
    block();
  } catch (error) {
    throwInto(steps, error);
  }
  send(steps);
}

function* leaking(connection: string) {
  console.log(`${connection} is taken`);
  yield;
  console.log(`${connection} is given back`);
}

function* borrowed(connection: string) {
  console.log(`${connection} is taken`);
  try {
    yield;
  } finally {
    console.log(`${connection} is given back`);
  }
}

function save(steps: Generator) {
  try {
    within(steps, () => {
      throw new Error('disk is full');
    });
  } catch (error) {
    console.log(`save hears: ${(error as Error).message}`);
  }
}

export function main() {
  save(leaking('connection 1'));
  save(borrowed('connection 2'));
}
