import type { FrameProbe } from '../../compile/probes.ts';
import type { EventRecorder } from './event-recorder.ts';
import { getIterator, WatchedIterator, yieldOnce } from './watch-iterator.ts';

/**
 * Returns a frame that records nothing, for functions whose frames are not recorded: plain functions when a run has had too many of
 * their events, and every function that begins in a thread. A limit that is reached still ends the run.
 */
export function createSilentFrame(recorder: EventRecorder): FrameProbe {
  const check = (): void => {
    recorder.check();
  };
  const pass = (iterable: unknown, text: string): WatchedIterator =>
    new WatchedIterator(getIterator(iterable, text), { entering: check });
  return {
    line: check,
    again: check,
    each: (iterable, _, text) => pass(iterable, text),
    yields: (value) => new WatchedIterator(yieldOnce(value), { entering: check }),
    delegates: (iterable, _, text) => pass(iterable, text),
    awaits: (value) => value,
    asyncDelegates: (iterator) => iterator,
    asyncYields: (delegator) => pass(delegator, ''),
    returns: (value) => value,
    raised: (error) => error,
    left: () => undefined,
  };
}
