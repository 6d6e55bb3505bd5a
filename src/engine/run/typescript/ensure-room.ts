/**
 * Returns if the call stack has room for so many more calls, so that what is begun then is done whole.
 *
 * A program that calls itself without end comes to the end of the stack wherever it is, in what records it too. That must not happen in the
 * middle of a record, half of which would be told.
 *
 * @throws {RangeError} the engine's own, which is the program's error
 */
export function ensureRoom(calls: number): number {
  return calls === 0 ? 0 : goDeeper(calls, 1, 2, 3, 4, 5, 6, 7, 8);
}

/** The numbers make a call of it take as much of the stack as calls usually do. */
function goDeeper(
  calls: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
): number {
  return calls === 0 ? a + b + c + d : 1 + goDeeper(calls - 1, b, c, d, e, f, g, h, a);
}

/** Calls that one record may take, and those that a function of the program may make of the scheduler before its own next probe. */
export const room = { ofRecord: 150, ofFunction: 400 } as const;
