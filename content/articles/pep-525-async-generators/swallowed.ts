// title: A transaction that swallows the error
// question: Both orders fail to be saved, because the disk is full, and both transactions are rolled back. What does `save` print last for A1,
//   and what for A2?
// answer: "A1: saved" and "A2: disk is full". The error is thrown in at the `yield`. `silent` catches it and ends, so for the
//   `with` statement the error has been handled. `honest` raises it again.
// look: `main` waits twice for each order: once inside the block, and once in the `except` of the generator.
// lines: In TypeScript the body of `async with` is a function of its own, and `save` waits for it at the line that calls it.

import { anext, asyncWith, athrow, CancelledError, sleep } from '@yieldpoint/scheduler';
import { StopAsyncIteration } from '@yieldpoint/scheduler';

type Steps = AsyncGenerator<void, void, void>;

function contextManager(steps: Steps) {
  return {
    aenter: () => anext(steps),
    async aexit(error: unknown) {
      if (error === undefined) {
        await anext(steps, undefined);
        return false;
      }
      try {
        await athrow(steps, error);
      } catch (over) {
        if (over instanceof StopAsyncIteration) return true;
        throw over;
      }
    },
  };
}

async function* silent(): Steps {
  try {
    yield;
    console.log('silent: commit');
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    await sleep(1);
    console.log('silent: rolled back');
  }
}

async function* honest(): Steps {
  try {
    yield;
    console.log('honest: commit');
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    await sleep(1);
    console.log('honest: rolled back');
    throw error;
  }
}

async function fail() {
  await sleep(1);
  throw new Error('disk is full');
}

async function save(name: string, steps: Steps) {
  try {
    await asyncWith(contextManager(steps), fail);
    console.log(`${name}: saved`);
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    console.log(`${name}: ${(error as Error).message}`);
  }
}

export async function main() {
  await save('A1', silent());
  await save('A2', honest());
}
