/*
 * What `run(main, { debug: true })` looks for, at some cost: coroutines that were made and never awaited, and coroutines that two
 * tasks drive. CPython finds the former when it collects them; here they are reported at the end of the run, in the order in which
 * they were made. The creation of a generator is not visible, so only async functions and coroutines made by this package are
 * known.
 */
import { coroutineName } from '../tasks/coroutine-name.ts';
import { RuntimeError } from '../errors.ts';

/** Gets every coroutine object that a run makes, and when it is first awaited or made a task. */
export type CoroutineWatcher = {
  readonly made: (coroutine: object) => void;
  readonly begun: (coroutine: object) => void;
  /** A task is about to drive it. */
  readonly driven?: (coroutine: object) => void;
  /** The names of the coroutines that were never awaited; called at the end. */
  readonly neverAwaited?: () => readonly string[];
};

/** @internal */
export class DebugChecks implements CoroutineWatcher {
  readonly #unawaited = new Set<object>();
  readonly #driven = new WeakSet();

  /** A coroutine object was made. */
  made(coroutine: object): void {
    this.#unawaited.add(coroutine);
  }

  /** It was awaited or made a task, or it was closed or got an error before it began. In all these cases it was not forgotten. */
  begun(coroutine: object): void {
    this.#unawaited.delete(coroutine);
  }

  /** A task is about to drive it. @throws RuntimeError if another one does. */
  driven(coroutine: object): void {
    if (this.#driven.has(coroutine)) {
      throw new RuntimeError(
        'Expected a coroutine object of its own for each task, but got one that another task drives. Call the function once more.',
      );
    }
    this.#driven.add(coroutine);
  }

  /** The names of the coroutines that were never awaited. */
  neverAwaited(): string[] {
    return [...this.#unawaited].map(coroutineName);
  }
}
