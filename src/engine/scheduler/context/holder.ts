/*
 * Where the values of context variables are (PEP 567): whatever runs the program's code holds a context, or null until the first
 * variable is set there. So a task that is made where no variable is set costs one field, and a switch costs nothing: the current
 * context is looked up only when it is needed.
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
  /** null stands for an empty context that nobody has seen yet. */
  _context: ContextContract | null;
}

/** @internal */
type Entered = {
  /**
   * What was entered last: a callback, an eager task, or the callee of `Context.run`. It is null in the step of a task, because the
   * task then holds the context itself, and in other code of a loop, which has the context in which the loop was run.
   */
  _inside: ContextHolder | null;
  _covered: Covered | null;
};

/**
 * @internal The holder of the context to return to after something was entered. It is a linked list, so that no array is needed,
 * which a program could tamper with.
 */
export type Covered = { readonly _holder: ContextHolder; readonly _before: Covered | null };

/** @internal Outside a loop something is always entered: at first this, which holds the context of the whole program. */
export const entered: Entered = { _inside: { _context: null }, _covered: null };
