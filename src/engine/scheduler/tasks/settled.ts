import type { Suspension } from './coroutine.ts';
import { CoroutineObject } from './coroutine-object.ts';

/** @internal An awaitable that does not suspend: the work is done, and `value` is the result. Nobody needs to await it. */
export class Settled<T> extends CoroutineObject<T> {
  readonly #value: T;

  constructor(value: T) {
    super();
    this.#value = value;
  }

  override next(): IteratorResult<Suspension, T> {
    return { value: this.#value, done: true };
  }
}
