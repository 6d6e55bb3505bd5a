// title: A checkout that is tried again
// question: `reserve` takes 1 s and fails in attempt 1. `charge` takes 3 s. `main` begins attempt 2 as soon as attempt 1 has failed. Which five
//   lines are printed, and when?
// answer: "attempt 1: failed" at 1 s, "attempt 2: reserved" at 2 s, "attempt 1: card charged" at 3 s, "attempt 2: card charged" and "order is
//   complete" at 4 s. The card is charged twice, because the task of the first `charge` goes on after the failure.
// look: The lane of the first `charge` goes on below the failure at 1 s and reaches into attempt 2.

import { gather, sleep } from '@yieldpoint/scheduler';

class OSError extends Error {}

async function reserve(attempt: number) {
  await sleep(1);
  if (attempt === 1) throw new OSError('warehouse is busy');
  console.log(`attempt ${attempt}: reserved`);
}

async function charge(attempt: number) {
  await sleep(3);
  console.log(`attempt ${attempt}: card charged`);
}

export async function main() {
  for (const attempt of [1, 2]) {
    try {
      await gather([reserve(attempt), charge(attempt)]);
      console.log('order is complete');
      return;
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      console.log(`attempt ${attempt}: failed`);
    }
  }
}
