import type { Following } from '../../engine/compile/announce-lines.ts';
import { type Compiled, compile } from '../../engine/compile/compile.ts';
import { findSourceLine } from '../../engine/compile/position-table.ts';
import { ownErrorCodes, type SourceError } from '../../engine/compile/source-error.ts';
import type { Trace } from '../../engine/trace/event/events.ts';
import { programUrl } from '../../engine/run/typescript/error-text.ts';
import type { RunLimits } from '../../engine/run/typescript/run-limits.ts';
import { type ProgramBody, runProgram } from '../../engine/run/typescript/run-program.ts';
import { evaluateProgram } from './evaluate-program.ts';

type Rejected = { readonly kind: 'rejected'; readonly errors: readonly SourceError[] };

/** The trace of a program's run, or the reason why the program could not be compiled. */
export type Traced = { readonly kind: 'ran'; readonly trace: Trace } | Rejected;

/** A program that is compiled, and runs as often as it is asked to. */
type Prepared = { readonly kind: 'ready'; run(limits?: RunLimits): Trace } | Rejected;

/**
 * Compiles a program and runs it in this thread, in Node. Only `limits.isOverdue` stops an endless loop, and nothing stops an
 * endless call into the engine; `createBuildRunner` runs programs in a thread that can be ended.
 *
 * @param following which functions and variables are recorded; all of them unless given
 */
export function traceProgram(source: string, limits?: RunLimits, following: Following = 'full'): Traced {
  const prepared = prepareProgram(source, following);
  return prepared.kind === 'rejected' ? prepared : { kind: 'ran', trace: prepared.run(limits) };
}

/** Compiles a program for several runs, because to compile takes much longer than most runs. */
export function prepareProgram(source: string, following: Following): Prepared {
  const compiled = compile(source, { instrument: following });
  if (compiled.kind === 'rejected') return compiled;
  const { code, positions } = compiled;
  let body: ProgramBody;
  try {
    body = evaluateProgram(code);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'rejected', errors: [refusedByEngine(error, compiled)] };
  }
  return { kind: 'ready', run: (limits) => runProgram(body, { positions, linesBefore: 0 }, limits) };
}

/** For code that TypeScript accepts and the engine does not, V8 begins the stack with the place. */
function refusedByEngine(
  { message, stack = '' }: SyntaxError,
  { positions }: Compiled & { kind: 'compiled' },
): SourceError {
  const [, line = '1'] = new RegExp(`^${programUrl}:(\\d+)`).exec(stack) ?? [];
  const { refusedByEngine: code } = ownErrorCodes;
  return { message, line: findSourceLine(positions, Number(line), 1) ?? 1, column: 1, length: 0, code };
}
