import type { Trace } from '../event/events.ts';
import { openRun } from '../open-run.ts';
import { collectNames } from './collect-names.ts';

/** Returns a trace that contains the names of its parts, so that a page need not derive them from the variables. */
export function addNames(trace: Trace): Trace {
  return trace.names === undefined ? { ...trace, names: collectNames(openRun(trace)) } : trace;
}
