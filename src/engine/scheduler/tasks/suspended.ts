/*
 * The results of a step that suspends. `yield*` hands the iterator results of the innermost coroutine up unchanged, so these two
 * are recognized by identity: a step allocates nothing to say that it suspends.
 */
import type { Pending } from './coroutine.ts';
import { current } from '../loop/current.ts';

/**
 * The result of every step that suspends on something; `value` is what the latest one suspended on. A task knows what it waits for,
 * so that only what suspends outside of tasks is kept here.
 *
 * A class, although there is one: an object literal with a getter has no hidden class, so that every `yield*` on the way up would
 * look `done` up in a hash table.
 */
class Suspended {
  declare readonly done: false;
  declare _outside: Pending | undefined;

  constructor() {
    this.done = false;
    this._outside = undefined;
  }

  get value(): Pending | undefined {
    return current.task?._waiter ?? this._outside;
  }
}

/** @internal */
export const suspended = /* @__PURE__ */ new Suspended();

/** @internal The result of a step that suspends for one turn of the loop. */
export const oneTurn: { value: undefined; done: false } = { value: undefined, done: false };
