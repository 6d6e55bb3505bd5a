import { getRunningLoop } from '../../src/engine/scheduler/index.ts';

/** Advances the running loop's clock while nothing runs, like a computation that takes this many seconds. */
export function advanceTime(seconds: number): void {
  getRunningLoop()._now += seconds;
}
