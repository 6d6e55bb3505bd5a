import type { Coroutine, Suspension } from '../../src/engine/scheduler/index.ts';

/** Hands a value out to the code that drives the coroutine, like upstream's `AsyncYield`; returns what is sent in answer. */
export function* handOut(value: unknown): Coroutine<unknown> {
  return yield value as Suspension;
}
