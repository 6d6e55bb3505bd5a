import { findSourceLine, type PositionTable } from '../../compile/position-table.ts';
import type { ErrorText } from '../../trace/event/events.ts';
import { describeValue, nameError, readSafely } from './describe-value.ts';
import { clip } from './quote.ts';

/** The name of a program's code in stack traces: the code ends with a `sourceURL` comment of this name. */
export const programUrl = 'yieldpoint-program.js';

/** Where the compiled code is in the script that runs it, and which source lines its lines correspond to. */
export type CodePosition = {
  readonly positions: PositionTable;
  /** Lines of the script before the first line of the code. */
  readonly linesBefore: number;
};

/** A function of the program and the line it had reached. */
export type StackPlace = { readonly name: string; readonly line: number };

/** A stack is read from its end, because the error's message, which comes first, may have any length. */
const longestStack = 50_000;
/** How much of a stack's line is read to find the name of the function. */
const longestName = 300;

/**
 * Finds the program's functions in an error's stack, innermost first. Each engine has its own format for stacks, but all of them
 * write a place as `url:line:column` and name the function before it on the same line.
 */
export function findStackPlaces(error: unknown, code: CodePosition): readonly StackPlace[] {
  const stack = readSafely(() => (error instanceof Error ? String(error.stack).slice(-longestStack) : ''), '');
  return [...stack.matchAll(/yieldpoint-program\.js:(\d+):(\d+)/g)].flatMap(({ 1: row, 2: column, index }) => {
    const line = findSourceLine(code.positions, Number(row) - code.linesBefore, Number(column));
    if (line === undefined) return [];
    const start = Math.max(stack.lastIndexOf('\n', index) + 1, index - longestName);
    return [{ name: nameInStack(stack.slice(start, index)), line }];
  });
}

/** `    at async Account.load (` in V8's stacks, `load@` in the others. */
function nameInStack(before: string): string {
  const [, name = ''] =
    /^(?:async\s+|new\s+|Object\.)*([^\s(@]*)[\s(@]/.exec(before.replace(/^\s*(?:at\s+)?/, '')) ?? [];
  return name === '' || name === 'eval' ? '<program>' : name;
}

/** Returns what was thrown as name and message; a thrown value that is not an error is called `throw`. Never throws. */
export function toErrorText(error: unknown, line: number | undefined): ErrorText {
  const at = line === undefined ? {} : { line };
  const known = readSafely(
    () => {
      if (!(error instanceof Error)) return undefined;
      const { message } = error as { readonly message: unknown };
      return { name: nameError(error), message: clip(String(message), 1000) };
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
