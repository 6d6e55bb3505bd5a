import { compile } from '../../compile/compile.ts';
import type { SourceError } from '../../compile/source-error.ts';
import type { Trace } from '../../trace/events.ts';
import type { RunLimits } from '../typescript/run-limits.ts';
import { runProgram } from '../typescript/run-program.ts';
import { evaluateProgram } from './evaluate-program.ts';

/** What came of a program: the trace of its run, or why it could not be compiled. */
export type Traced =
  | { readonly kind: 'ran'; readonly trace: Trace }
  | { readonly kind: 'rejected'; readonly errors: readonly SourceError[] };

/**
 * Compiles a program and runs it here and now, in Node. A loop without an end outside of generators is stopped only by
 * `limits.isOverdue`; `createBuildRunner` runs programs in a thread that can be ended.
 */
export function traceProgram(source: string, limits?: RunLimits): Traced {
  const compiled = compile(source);
  if (compiled.kind === 'rejected') return compiled;
  const { code, positions } = compiled;
  return { kind: 'ran', trace: runProgram(evaluateProgram(code), { positions, linesBefore: 0 }, limits) };
}
