import { findSourceLine, type PositionTable } from '../../compile/position-table.ts';
import type { ErrorText } from '../../trace/events.ts';
import { clip, describeValue, errorMessage, errorName } from './describe-value.ts';

/** What a program's code is called in stack traces: the code ends with a `sourceURL` comment of this name. */
export const programUrl = 'yieldpoint-program.js';

/** Where the compiled code lies in the script that runs it, and which source lines its lines stand for. */
export type CodePosition = {
  readonly positions: PositionTable;
  /** Lines of the script before the first line of the code. */
  readonly linesBefore: number;
};

/**
 * Finds the lines of the program in an error's stack, innermost first. The form of a stack is the engine's own, but in all of
 * them a place is written `url:line:column`.
 */
export function findStackLines(error: unknown, code: CodePosition): readonly number[] {
  const stack = error instanceof Error && typeof error.stack === 'string' ? error.stack : '';
  return [...stack.matchAll(/yieldpoint-program\.js:(\d+):(\d+)/g)].flatMap(
    ([, line, column]) => findSourceLine(code.positions, Number(line) - code.linesBefore, Number(column)) ?? [],
  );
}

/** Returns what was thrown as name and message; a thrown value that is no error is called `throw`. */
export function toErrorText(error: unknown, line: number | undefined): ErrorText {
  const at = line === undefined ? {} : { line };
  if (!(error instanceof Error)) return { name: 'throw', message: describeValue(error), ...at };
  return { name: errorName(error), message: clip(errorMessage(error), 1000), ...at };
}

/** Returns an error as one short text: `Name: message`, or the name alone. */
export function describeError(error: unknown): string {
  const { name, message } = toErrorText(error, undefined);
  return message === '' ? name : clip(`${name}: ${message}`);
}
