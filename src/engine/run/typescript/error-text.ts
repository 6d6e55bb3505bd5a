import { findSourceLine, type PositionTable } from '../../compile/position-table.ts';
import type { ErrorText } from '../../trace/event/events.ts';
import { clip, describeValue, errorName, readSafely } from './describe-value.ts';

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
  const stack = readSafely(() => (error instanceof Error ? String(error.stack) : ''), '');
  return [...stack.matchAll(/yieldpoint-program\.js:(\d+):(\d+)/g)].flatMap(
    ([, line, column]) => findSourceLine(code.positions, Number(line) - code.linesBefore, Number(column)) ?? [],
  );
}

/** Returns what was thrown as name and message; a thrown value that is no error is called `throw`. Never throws. */
export function toErrorText(error: unknown, line: number | undefined): ErrorText {
  const at = line === undefined ? {} : { line };
  const known = readSafely(
    () => {
      if (!(error instanceof Error)) return undefined;
      const { message } = error as { readonly message: unknown };
      return { name: errorName(error), message: clip(String(message), 1000) };
    },
    { name: 'Error', message: '' },
  );
  return { ...(known ?? { name: 'throw', message: describeValue(error) }), ...at };
}

/** Returns an error as one short text: `Name: message`, or the name alone. */
export function describeError(error: unknown): string {
  const { name, message } = toErrorText(error, undefined);
  return message === '' ? name : clip(`${name}: ${message}`);
}
