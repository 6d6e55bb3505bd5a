/*
 * `async with` (PEP 492): enter, run the body, exit with the body's exception.
 *
 * value = await cm.aenter() body returned → await cm.aexit(undefined) body raised e → await cm.aexit(e): if that returns true, the
 * error is over, else e continues
 */
import type { AwaitableCoroutine, AwaitableLike, Coroutine } from '../tasks/coroutine.ts';
import { callHint, nameValue } from '../name-value.ts';
import { iterate } from '../tasks/ensure-future.ts';
import { RuntimeError } from '../errors.ts';
import { Routine } from '../tasks/routine.ts';
import { notAPromise } from '../tasks/coroutine-object.ts';

/**
 * What `asyncWith` and `await using` enter and exit: timeouts, task groups, locks, semaphores, barriers, and your own.
 *
 * @see PEP 492, contextlib.AbstractAsyncContextManager
 */
export interface AsyncContextManager<V> {
  /** Returns the value for `as`. */
  aenter(): AwaitableLike<V>;
  /** Gets the body's error, undefined if there is none; returns true to swallow it. */
  aexit(error: unknown): AwaitableLike<unknown>;
}

/**
 * Runs `body` inside the context: `async with manager as value: body`. Returns the result of the body, or undefined if the manager
 * swallowed its error. A body that is a generator function should be defined once, outside hot loops.
 *
 * @see PEP 492, `async with`
 */
export function asyncWith<V, T>(
  manager: AsyncContextManager<V>,
  body: (value: V) => AwaitableLike<T>,
): AwaitableCoroutine<T> {
  checkManager(manager);
  return new Routine('asyncWith', enterAndExit(manager, body));
}

function* enterAndExit<V, T>(manager: AsyncContextManager<V>, body: (value: V) => AwaitableLike<T>): Coroutine<T> {
  const value = yield* iterate(manager.aenter());
  let result: T;
  try {
    result = yield* iterate(body(value));
  } catch (thrown) {
    const error: unknown = thrown ?? new RuntimeError(`Expected an error to be thrown, but got ${String(thrown)}.`);
    if (yield* iterate(manager.aexit(error))) return undefined as T;
    throw error;
  }
  yield* iterate(manager.aexit(undefined));
  return result;
}

/**
 * A context that has already been entered, for `await using` in the async style: `await using held = await enter(lock)`. `value` is
 * the result of the manager's `aenter`.
 */
export class Entered<V> implements AsyncContextManager<V>, AsyncDisposable {
  /** The value for `as`. */
  readonly value: V;
  readonly #manager: AsyncContextManager<V>;

  /** @internal */
  constructor(manager: AsyncContextManager<V>, value: V) {
    this.#manager = manager;
    this.value = value;
  }

  /** Fails: it has been entered. */
  aenter(): never {
    throw new RuntimeError('Expected a context to enter, but got one that was entered.');
  }

  /** Leaves the context. */
  aexit(error: unknown): AwaitableLike<unknown> {
    return this.#manager.aexit(error);
  }

  /** Only for the type: `await using` is lowered to `aexit`, which gets the body's error. */
  [Symbol.asyncDispose](): never {
    return notAPromise();
  }
}

/** Enters a context for `await using`, for managers that wait on entry: locks, semaphores, conditions, barriers. */
export function enter<V>(manager: AsyncContextManager<V>): AwaitableCoroutine<Entered<V>> {
  checkManager(manager);
  return new Routine('enter', enterOnly(manager));
}

function* enterOnly<V>(manager: AsyncContextManager<V>): Coroutine<Entered<V>> {
  return new Entered(manager, yield* iterate(manager.aenter()));
}

function checkManager(manager: unknown): void {
  const { aenter, aexit } = Object(manager) as Partial<AsyncContextManager<unknown>>;
  if (typeof aenter === 'function' && typeof aexit === 'function') return;
  throw new TypeError(
    `Expected an asynchronous context manager with aenter and aexit, but got ${nameValue(manager)}.${callHint(manager)}`,
  );
}
