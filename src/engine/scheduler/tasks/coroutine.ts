/*
 * The suspension protocol.
 *
 * A coroutine is an iterator that yields what the loop understands: the pending thing it waits for (a future, or one of the
 * package's own waits), or nothing, for one turn of the loop.
 */

/** What a coroutine yields to the event loop: the pending thing it waits for, or nothing for one turn of the loop. */
export type Suspension = Pending | undefined;

/** Something a task can wait for that can still be cancelled: a future, or a wait of one of the package's primitives. */
export interface Pending {
  done(): boolean;
  cancel(message?: unknown): boolean;
}

/** What the loop drives. Iterators of collections have no `throw`, which distinguishes them from awaitables. */
export interface SuspendingIterator<T> {
  next(value?: unknown): IteratorResult<Suspension, T>;
  throw(error: unknown): IteratorResult<Suspension, T>;
  return(value: T): IteratorResult<Suspension, T>;
}

/**
 * A computation that the loop can drive; every generator that yields only suspensions is one.
 *
 * @see PEP 492, collections.abc.Coroutine
 */
export interface Coroutine<T> extends SuspendingIterator<T> {
  [Symbol.iterator](): SuspendingIterator<T>;
}

/**
 * What this package's own functions return: `yield*` it in a generator, `await` it in a lowered async function.
 * It is a `PromiseLike` for the compiler only, so that `await` has the right type; its `then` throws.
 *
 * @see PEP 492, collections.abc.Awaitable
 */
export interface Awaitable<T> extends PromiseLike<T> {
  [Symbol.iterator](): SuspendingIterator<T>;
}

/** A coroutine made by this package: lazy, awaited once, good for `createTask`. */
export interface AwaitableCoroutine<T> extends Awaitable<T>, SuspendingIterator<T> {}

/** What functions of this package take where asyncio takes an awaitable; the call of an async function is typed as a promise. */
export type AwaitableLike<T> = { [Symbol.iterator](): SuspendingIterator<T> } | PromiseLike<T>;

/** What functions of this package take where asyncio takes a coroutine object. */
export type CoroutineLike<T> = Coroutine<T> | PromiseLike<T>;

/** The result of awaiting a value of type `A`. */
export type ResultOf<A> = A extends { [Symbol.iterator](): SuspendingIterator<infer T> }
  ? T
  : A extends PromiseLike<infer T>
    ? T
    : never;

type NativeGenerator = Generator<unknown, unknown, unknown>;
const generatorPrototype = (Object.getPrototypeOf(function* () {}) as { prototype: NativeGenerator }).prototype;

/**
 * @internal `next` and `throw` of every generator. The objects of each generator function have their own hidden class, so loading
 * `next` from them is megamorphic in the loop; calling these directly is not.
 */
// eslint-disable-next-line @typescript-eslint/unbound-method -- they are only ever used with `call`
export const { next: generatorNext, throw: generatorThrow, return: generatorReturn } = generatorPrototype;

/** @internal Whether `value` is a generator of this realm, so that `generatorNext.call(value)` works. */
export function isGenerator(value: unknown): boolean {
  return generatorPrototype.isPrototypeOf(value as object);
}

/** @internal Whether the loop can drive `value`. Iterators of collections have no `throw`. */
export function hasCoroutineMethods(value: unknown): value is Coroutine<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const { next, throw: thrower } = value as Partial<Coroutine<unknown>>;
  return typeof next === 'function' && typeof thrower === 'function';
}
