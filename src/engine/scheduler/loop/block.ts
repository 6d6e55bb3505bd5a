import { runningLoop } from './current.ts';
import { entered } from '../context/holder.ts';
import { RuntimeError } from '../errors.ts';
import { ThreadCall } from '../threads/thread-call.ts';
import { checkSeconds } from './check-seconds.ts';
import { timeAfter } from './time-after.ts';

/**
 * Lets time pass without letting any other task run, like Python's `time.sleep` inside a coroutine: whatever is due meanwhile comes
 * late.
 *
 * @throws RangeError if it is not a number of seconds from 0; RuntimeError outside of a run, or in a thread.
 * @see time.sleep
 */
export function block(seconds: number): void {
  checkSeconds('time', seconds);
  if (seconds < 0) throw new RangeError(`Expected a time from 0 seconds, but got ${seconds}.`);
  if (entered._inside instanceof ThreadCall) {
    throw new RuntimeError(
      'Expected a coroutine or a callback that blocks its loop, but got block() in a thread. For how long a function holds its thread ' +
        'is the second argument of toThread.',
    );
  }
  const loop = runningLoop();
  const until = timeAfter(loop._now, seconds);
  loop._threads?.pass(until, loop._recorder?.cause ?? null);
  const from = loop._now;
  if (until <= from) return;
  loop._now = until;
  loop._lastOfRow = 0;
  loop._recorder?.add({ kind: 'clock-jumped', from });
}
