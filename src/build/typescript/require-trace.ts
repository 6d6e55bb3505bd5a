import type { Following } from '../../engine/compile/announce-lines.ts';
import type { RunLimits } from '../../engine/run/typescript/run-limits.ts';
import type { Trace } from '../../engine/trace/event/events.ts';
import { traceProgram } from './trace-program.ts';

/**
 * Runs a program that must compile, as `traceProgram` does. For tests and proofs, whose programs are known.
 *
 * @throws {Error} with the errors as JSON, if it does not compile
 */
export function requireTrace(source: string, limits?: RunLimits, following?: Following): Trace {
  const traced = traceProgram(source, limits, following);
  if (traced.kind === 'rejected')
    throw new Error(`Expected a program that compiles, but got ${JSON.stringify(traced.errors)}.`);
  return traced.trace;
}
