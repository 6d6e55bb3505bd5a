import type { Trace } from '../event/events.ts';
import { openRun } from '../run.ts';
import { collectNames } from './collect-names.ts';

/** Returns a trace that says itself what its parts are called, so that a page need not read it off the variables. */
export function addNames(trace: Trace): Trace {
  return trace.names === undefined ? { ...trace, names: collectNames(openRun(trace)) } : trace;
}
