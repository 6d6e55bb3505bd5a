import { runningLoop } from './current.ts';
import { checkSeconds } from './check-seconds.ts';

/**
 * Lets time pass without letting anyone else run, as Python's `time.sleep` does inside a coroutine: what is due meanwhile comes late.
 *
 * @throws RangeError if it is not a number of seconds from 0; RuntimeError outside of a run.
 * @see time.sleep
 */
export function block(seconds: number): void {
  checkSeconds('time', seconds);
  if (seconds < 0) throw new RangeError(`Expected a time from 0 seconds, but got ${seconds}.`);
  const loop = runningLoop();
  const from = loop._now;
  loop._now += seconds;
  loop._recorder?.add({ kind: 'clock-jumped', from });
}
