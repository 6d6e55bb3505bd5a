import { type CodePosition, findStackLines } from './error-text.ts';

/** On which line of the program each error was raised. */
export class ErrorLines {
  readonly #code: CodePosition;
  readonly #lines = new WeakMap<object, number>();

  constructor(code: CodePosition) {
    this.#code = code;
  }

  /**
   * An error comes up in a frame that stands on `line`, or leaves it; the innermost frame is the first to say so.
   *
   * If the error was made in the frame, or on the way down from it, the innermost line in its stack counts, as in a traceback of
   * Python's; one made elsewhere, and raised here because the frame waited, was raised on the frame's own line.
   */
  raised(error: unknown, line: number, isInFrame: (line: number) => boolean): void {
    if (typeof error !== 'object' || error === null || this.#lines.has(error)) return;
    const lines = findStackLines(error, this.#code);
    this.#lines.set(error, lines.some(isInFrame) ? (lines[0] ?? line) : line);
  }

  /** Returns the line; for an error that left no frame, that of the innermost function of the program in its stack. */
  find(error: unknown): number | undefined {
    const known = typeof error === 'object' && error !== null ? this.#lines.get(error) : undefined;
    return known ?? findStackLines(error, this.#code)[0];
  }
}
