import type { Suspension } from './coroutine.ts';
import { CoroutineObject } from './coroutine-object.ts';

/** @internal An awaitable that does not suspend: what was to be done is done, `value` is the outcome. Nobody need await it. */
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
