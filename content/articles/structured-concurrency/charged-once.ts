// title: The same checkout in a task group
// question: Both tasks of an attempt belong to a group now, and a canceled `charge` takes 1 s to revoke the payment. When does attempt 2
//   begin, and how often is the card charged?
// answer: Attempt 2 begins at 2 s, when the payment of attempt 1 has been revoked, and the card is charged once, at 5 s. The group cancels the
//   first `charge` at 1 s and waits until it has ended.
// look: At 1 s the lane of the first `charge` gets the request to cancel, and it ends at 2 s. No lane of attempt 1 reaches further.

import { CancelledError, ExceptionGroup, sleep, TaskGroup } from '@yieldpoint/scheduler';

class OSError extends Error {}

async function reserve(attempt: number) {
  await sleep(1);
  if (attempt === 1) throw new OSError('warehouse is busy');
  console.log(`attempt ${attempt}: reserved`);
}

async function charge(attempt: number) {
  try {
    await sleep(3);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    await sleep(1);
    console.log(`attempt ${attempt}: payment revoked`);
    throw error;
  }
  console.log(`attempt ${attempt}: card charged`);
}

async function checkOut(attempt: number) {
  await using group = new TaskGroup();
  group.createTask(reserve(attempt));
  group.createTask(charge(attempt));
}

export async function main() {
  for (const attempt of [1, 2]) {
    try {
      await checkOut(attempt);
      console.log('order is complete');
      return;
    } catch (error) {
      if (!(error instanceof ExceptionGroup)) throw error;
      const [failed, rest] = error.split(OSError);
      if (failed) console.log(`attempt ${attempt}: failed`);
      if (rest) throw rest;
    }
  }
}
