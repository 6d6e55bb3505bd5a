import { expect } from 'vitest';
import { iterate } from '../ensure-future.ts';
import type { AwaitableLike, Coroutine } from '../index.ts';

/** Awaits what must raise an error of the class; gives the error. Python's `with assertRaises(…): await …`. */
export function* raises<E extends Error>(
  awaitable: AwaitableLike<unknown>,
  type: abstract new (...args: never[]) => E,
): Coroutine<E> {
  let raised: unknown;
  try {
    yield* iterate(awaitable);
  } catch (error) {
    raised = error;
  }
  expect(raised).toBeInstanceOf(type);
  return raised as E;
}
