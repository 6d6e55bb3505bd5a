import type { FrameProbe } from '../../compile/probes.ts';
import type { EventRecorder } from './event-recorder.ts';
import { getIterator, WatchedIterator } from './watch-iterator.ts';

/**
 * Returns what a plain function announces itself to when a run has had as many events of plain functions as are told: nothing is
 * recorded, and a limit that is reached still ends the run.
 */
export function createSilentFrame(recorder: EventRecorder): FrameProbe {
  const check = (): void => {
    recorder.check();
  };
  const refuse = (): never => {
    throw new Error('Expected a plain function, but got one that suspends. Report this.');
  };
  return {
    line: check,
    again: check,
    each: (iterable, _, text) => new WatchedIterator(getIterator(iterable, text), { entering: check }),
    yields: refuse,
    delegates: refuse,
    awaits: refuse,
    asyncDelegates: refuse,
    asyncYields: refuse,
    returns: (value) => value,
    raised: (error) => error,
    left: () => undefined,
  };
}
