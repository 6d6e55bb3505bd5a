import { iterate } from '../../src/engine/scheduler/tasks/ensure-future.ts';
import type { AwaitableLike, Coroutine } from '../../src/engine/scheduler/index.ts';

/**
 * Awaits something that must raise an error of the class, and returns the error. As with Python's `with assertRaises(…): await …`,
 * other errors pass through.
 *
 * @throws Error if nothing is raised.
 */
export function* raises<E extends Error>(
  awaitable: AwaitableLike<unknown>,
  type: abstract new (...args: never[]) => E,
): Coroutine<E> {
  try {
    yield* iterate(awaitable);
  } catch (error) {
    if (error instanceof type) return error;
    throw error;
  }
  throw new Error(`Expected a ${type.name} to be raised, but nothing was.`);
}
