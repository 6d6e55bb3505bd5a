/*
 * Where the values of context variables are (PEP 567): what runs the program's code holds a context, or null until the first variable
 * is set there. So a task that was made where nobody had set one costs a field, and a switch costs nothing at all: whose context is
 * the current one is found out when somebody asks.
 *
 * What is imported here must not import `contracts.ts`, which knows of handles.
 */

/** @internal A context: see `Context`. */
export interface ContextContract {
  run<A extends unknown[], R>(callback: (...args: A) => R, ...args: A): R;
  /** A copy for something that is scheduled; null if nothing is set. */
  _inherit(): ContextContract | null;
  /** @throws RuntimeError if something runs in it. */
  _checkFree(): void;
}

/** @internal A task, a callback on its way, or a context that the program entered. */
export interface ContextHolder {
  /** null is an empty one that nobody has seen yet. */
  _context: ContextContract | null;
}

/** @internal */
type Entered = {
  /**
   * What was entered last: a callback, an eager task, or what `Context.run` runs in. It is null in the step of a task, which then holds
   * the context itself, and in what else a loop does, which has the context that the loop was run in.
   */
  _inside: ContextHolder | null;
  _covered: Covered | null;
};

/** @internal What held the context before something was entered that is to return to it; linked, so that no array of a program is needed. */
export type Covered = { readonly _holder: ContextHolder; readonly _before: Covered | null };

/** @internal Outside of a loop there is always something inside: at first this, which holds the context of the whole program. */
export const entered: Entered = { _inside: { _context: null }, _covered: null };
