import { readSafely } from './describe-value.ts';
import { type CodePosition, findStackPlaces, type StackPlace } from './error-text.ts';

/** A frame in which an error surfaced: `id` is the frame's, `name` its function's. */
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
   * Called when an error surfaces in a frame at `line`, or leaves the frame; the innermost frame calls first.
   *
   * If the error was made in the frame, or in a function that the frame called, the innermost line in its stack counts, as in
   * Python's tracebacks. If it was made elsewhere and raised here because the frame waited, the frame's own line counts.
   */
  raised(error: unknown, line: number, frame: PassedFrame): void {
    if (typeof error !== 'object' || error === null) return;
    let trace = this.#traces.get(error);
    if (trace === undefined) {
      const stack = findStackPlaces(error, this.#code);
      const own = stack.findIndex((place) => frame.isInFrame(place.line));
      trace = { places: own < 0 ? [] : stack.slice(0, own), frames: new Set() };
      // The engine's line is more precise: a statement of several lines begins before the line that failed.
      const at = own < 0 ? line : (stack[own]?.line ?? line);
      // Without push, because a program may delete that, and its error should still be recorded.
      trace.places[trace.places.length] = { name: frame.name, line: at };
      trace.frames.add(frame.id);
      this.#traces.set(error, trace);
    } else if (!trace.frames.has(frame.id)) {
      trace.frames.add(frame.id);
      trace.places[trace.places.length] = { name: frame.name, line };
    }
  }

  /** Returns the line; for an error that left no frame, the line of the program's innermost function in its stack. */
  find(error: unknown): number | undefined {
    return this.findPlaces(error)[0]?.line;
  }

  /** Returns the program's functions that the error came through, innermost first. */
  findPlaces(error: unknown): readonly StackPlace[] {
    const known = typeof error === 'object' && error !== null ? this.#traces.get(error)?.places : undefined;
    return known ?? readSafely(() => findStackPlaces(error, this.#code), []);
  }
}
