import type { AwaitableCoroutine, Suspension } from './coroutine.ts';
import { notAPromise } from './wait.ts';

/** @internal An awaitable that does not suspend: what was to be done is done, `value` is the outcome. */
export class Settled<T> implements AwaitableCoroutine<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Suspension, T> {
    return { value: this.#value, done: true };
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    throw error;
  }

  return(value: T): IteratorResult<Suspension, T> {
    return { value, done: true };
  }

  then(): never {
    return notAPromise();
  }
}
