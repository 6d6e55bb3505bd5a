/**
 * Returns if the call stack has room for this many more calls, so that what begins then can be completed.
 *
 * A program with endless recursion can reach the end of the stack anywhere, also inside the recorder. That must not happen in the
 * middle of a record, because half of it would be recorded.
 *
 * @throws {RangeError} an error as the engine's own (`InternalError` in Firefox), which counts as the program's. The engine's has only
 * the calls in its stack that looked for room; this one has the program's.
 */
export function ensureRoom(calls: number): number {
  try {
    return calls === 0 ? 0 : goDeeper(calls, 1, 2, 3, 4, 5, 6, 7, 8);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new (error.constructor as ErrorConstructor)(error.message);
  }
}

/** The numbers make a call of it use as much of the stack as an average call. */
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

/**
 * How many calls one record may take, and how many a function of the program may make in the scheduler before its own next probe.
 */
export const room = { ofRecord: 150, ofFunction: 400 } as const;
