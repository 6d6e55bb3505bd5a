import type { WaitList } from '../../src/engine/scheduler/sync/sync-object.ts';

/** How many waits are in the list of a lock, an event …: Python's `len(lock._waiters)`. */
export function countWaits(list: WaitList): number {
  let count = 0;
  for (let wait = list.first; wait !== null; wait = list._after(wait)) count++;
  return count;
}
