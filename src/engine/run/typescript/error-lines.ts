import { readSafely } from './describe-value.ts';
import { type CodePosition, findStackPlaces, type StackPlace } from './error-text.ts';

/** A frame that an error came up in: `id` is the frame's, `name` its function's. */
export type PassedFrame = {
  readonly id: number;
  readonly name: string;
  readonly isInFrame: (line: number) => boolean;
};

/** Where each error of a run was raised, and through which functions of the program it came. */
export class ErrorLines {
  readonly #code: CodePosition;
  readonly #traces = new WeakMap<object, { readonly places: StackPlace[]; readonly frames: Set<number> }>();

  constructor(code: CodePosition) {
    this.#code = code;
  }

  /**
   * An error comes up in a frame that is at `line`, or leaves it; the innermost frame is the first to say so.
   *
   * If the error was made in the frame, or in a function that the frame called, the innermost line in its stack counts, as in a
   * traceback of Python's; one made elsewhere, and raised here because the frame waited, was raised on the frame's own line.
   */
  raised(error: unknown, line: number, frame: PassedFrame): void {
    if (typeof error !== 'object' || error === null) return;
    let trace = this.#traces.get(error);
    if (trace === undefined) {
      const stack = findStackPlaces(error, this.#code);
      const own = stack.findIndex((place) => frame.isInFrame(place.line));
      trace = { places: own < 0 ? [] : stack.slice(0, own), frames: new Set() };
      // The engine's line is the better one: a statement of several lines begins before the line that failed.
      const at = own < 0 ? line : (stack[own]?.line ?? line);
      // Not by push: a program may take that away, and its error shall be told all the same.
      trace.places[trace.places.length] = { name: frame.name, line: at };
      trace.frames.add(frame.id);
      this.#traces.set(error, trace);
    } else if (!trace.frames.has(frame.id)) {
      trace.frames.add(frame.id);
      trace.places[trace.places.length] = { name: frame.name, line };
    }
  }

  /** Returns the line; for an error that left no frame, that of the innermost function of the program in its stack. */
  find(error: unknown): number | undefined {
    return this.findPlaces(error)[0]?.line;
  }

  /** Returns the functions of the program that the error came through, innermost first. */
  findPlaces(error: unknown): readonly StackPlace[] {
    const known = typeof error === 'object' && error !== null ? this.#traces.get(error)?.places : undefined;
    return known ?? readSafely(() => findStackPlaces(error, this.#code), []);
  }
}
