import type { Coroutine } from '../../src/engine/scheduler/index.ts';

/** Drives a coroutine without a loop, like upstream's `run_async`: returns what it hands out and what it returns. */
export function runByHand<T>(coroutine: Coroutine<T>): { readonly handedOut: readonly unknown[]; readonly result: T } {
  const handedOut: unknown[] = [];
  for (;;) {
    const next = coroutine.next();
    if (next.done === true) return { handedOut, result: next.value };
    handedOut.push(next.value);
  }
}
