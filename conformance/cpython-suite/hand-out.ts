import type { Coroutine, Suspension } from '../../src/engine/scheduler/index.ts';

/** Hands a value out to whoever drives the coroutine, as upstream's `AsyncYield`; gives what is sent in answer. */
export function* handOut(value: unknown): Coroutine<unknown> {
  return yield value as Suspension;
}
