import type { Suspension } from './coroutine.ts';
import { CoroutineObject } from './coroutine-object.ts';
import { current } from '../loop/current.ts';

/** @internal An awaitable that does not suspend: what was to be done is done, `value` is the outcome. */
export class Settled<T> extends CoroutineObject<T> {
  readonly #value: T;

  constructor(value: T) {
    super();
    // What it stands for was done when it was made: nobody need await it.
    current.checks?.begun(this);
    this.#value = value;
  }

  override next(): IteratorResult<Suspension, T> {
    return { value: this.#value, done: true };
  }
}
