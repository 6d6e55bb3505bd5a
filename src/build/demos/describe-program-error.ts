import type { Outcome } from '../../engine/trace/event/events.ts';
import { ProgramEndless, ProgramRejected, ProgramStrayed, strayedHint } from '../typescript/program-rejected.ts';
import { DemoError } from './demo-error.ts';
import type { DemoHalf } from './find-pairs.ts';

/** Turns an error that kept a program from running into a fault with its line in the file. Returns any other error unchanged. */
export function describeProgramError(program: DemoHalf, error: unknown): unknown {
  if (error instanceof ProgramEndless) return describeEndless(program, error.limit, error.line);
  if (error instanceof ProgramStrayed) {
    const { file, fileLines } = program;
    const line = error.line === undefined ? undefined : (fileLines[error.line - 1] ?? error.line);
    const problem = `Expected every error to reach the scheduler, but nothing handled this one: ${error.text}`;
    return new DemoError(file, line, problem, strayedHint);
  }
  if (!(error instanceof ProgramRejected)) return error;
  const [first] = error.errors;
  if (first === undefined)
    return new Error(`Expected an error of ${program.file} to say what is wrong, but it lists none. Report this.`);
  const { line, message } = first;
  return new DemoError(
    program.file,
    program.fileLines[line - 1] ?? line,
    message.startsWith('Expected')
      ? message.replace(/\.$/, '')
      : `Expected the program to compile, but got: ${message.replace(/\.$/, '')}`,
    'Fix the program.',
  );
}

/**
 * Describes a program that was stopped.
 *
 * @param limit the limit it reached: `events`, or `5 s of time`
 * @param line the line of the source that ran last, if known
 */
export function describeEndless({ file, fileLines }: DemoHalf, limit: string, line?: number): DemoError {
  return new DemoError(
    file,
    line === undefined ? undefined : (fileLines[line - 1] ?? line),
    `Expected the program to end, but it reached the limit of ${limit}`,
    'Give its loops an end.',
  );
}

/** The limit that stopped a run, in words for {@link describeEndless}. */
export function nameLimit({ limit, most }: Extract<Outcome, { kind: 'stopped' }>): string {
  if (most === undefined) return limit;
  return limit === 'time' ? `${most} s of time` : limit === 'memory' ? `${most} MB of memory` : limit;
}
