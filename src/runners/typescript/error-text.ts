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
 * Finds the reader's line an error was raised on.
 *
 * An error made by the program's code has the line in its stack, whose form is the engine's own, but in all of them says
 * `url:line:column`. One made by the scheduler or by a probe may have been made on another's behalf: then the
 * line counts on which the innermost frame let it out, and only then the stack.
 *
 * @param raisedAt the lines on which errors first left a frame
 */
export function findErrorLine(
  error: unknown,
  code: CodePosition,
  raisedAt: WeakMap<object, number>,
): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const stack = error instanceof Error && typeof error.stack === 'string' ? error.stack : '';
  const calls = [...stack.matchAll(/^.*?(\S*):(\d+):(\d+)\)?$/gm)].map(([, url = '', line, column]) => ({
    isProgram: url.endsWith(programUrl),
    line: () => findSourceLine(code.positions, Number(line) - code.linesBefore, Number(column)),
  }));
  const raised = raisedAt.get(error);
  if (raised !== undefined && calls[0]?.isProgram !== true) return raised;
  return calls.find((call) => call.isProgram && call.line() !== undefined)?.line() ?? raised;
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
