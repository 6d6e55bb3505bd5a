import { getRunningLoop } from '../../src/engine/scheduler/index.ts';

/** Lets time pass on the running loop's clock while nothing runs: a computation that takes so many seconds. */
export function advanceTime(seconds: number): void {
  getRunningLoop()._now += seconds;
}
