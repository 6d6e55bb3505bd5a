import { hasCoroutineMethods, type AwaitableLike, type Coroutine, type SuspendingIterator } from './coroutine.ts';
import { runningLoop } from '../loop/current.ts';
import { callHint, nameValue } from '../name-value.ts';
import type { LoopContract, TaskOptions } from '../loop/contracts.ts';
import { Future } from './future.ts';
import { Routine } from './routine.ts';
import type { Task } from './task.ts';
import type { CoroutineLike } from './coroutine.ts';

/**
 * Makes a task of a coroutine object, in the running loop; its first step runs in the next iteration.
 *
 * @throws TypeError if it is not a coroutine object; RuntimeError outside of a run.
 * @see asyncio.tasks.create_task
 */
export function createTask<T>(coroutine: CoroutineLike<T>, options?: TaskOptions): Task<T> {
  return runningLoop().createTask(coroutine, options) as unknown as Task<T>;
}

/**
 * Returns a future or task unchanged; makes a new task of a coroutine or anything else that can be awaited.
 *
 * @throws TypeError if it cannot be awaited.
 * @see asyncio.tasks.ensure_future
 */
export function ensureFuture<T>(awaitable: AwaitableLike<T>): Future<T> {
  return awaitable instanceof Future ? awaitable : createTask(toCoroutine(awaitable));
}

/** @internal The same, for a loop. @throws RangeError if the future belongs to another. */
export function ensureFutureOn<T>(loop: LoopContract, awaitable: AwaitableLike<T>): Future<T> {
  if (!(awaitable instanceof Future)) return loop.createTask(toCoroutine(awaitable)) as unknown as Task<T>;
  if (awaitable._loop === loop) return awaitable;
  throw new RangeError('Expected a future of this event loop, but got one that belongs to another.');
}

/** @internal Returns `awaitable` as something that a task can drive; futures are wrapped. */
export function toCoroutine<T>(awaitable: AwaitableLike<T>): Coroutine<T> {
  if (hasCoroutineMethods(awaitable) && !(awaitable instanceof Future)) return awaitable as Coroutine<T>;
  return new Routine('wrapAwaitable', wrapAwaitable(iterate(awaitable)));
}

/** @internal The iterable to `yield*` for what the type says can be awaited. @throws TypeError if it cannot be. */
export function iterate<T>(awaitable: AwaitableLike<T>): { [Symbol.iterator](): SuspendingIterator<T> } {
  if (isAwaitable(awaitable)) return awaitable as { [Symbol.iterator](): SuspendingIterator<T> };
  throw new TypeError(
    `Expected a future, a coroutine object or another awaitable, but got ${nameValue(awaitable)}.${callHint(awaitable)}`,
  );
}

/** @internal Whether `await` can wait for a value. */
export function isAwaitable(value: unknown): boolean {
  return hasCoroutineMethods(value) || findAwaited(value) !== undefined;
}

/**
 * @internal The iterator that awaiting a value drives, or undefined for a value that cannot be awaited: iterables whose iterator
 * has no `throw` are collections.
 */
export function findAwaited(value: unknown): SuspendingIterator<unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const iterator = (value as Partial<Iterable<unknown>>)[Symbol.iterator]?.();
  return hasCoroutineMethods(iterator) ? iterator : undefined;
}

/**
 * @internal The awaitables in an iterable, in a new array. @throws TypeError if it is not an iterable, or if it can be awaited
 * itself, like a generator.
 */
export function listAwaitables<T>(awaitables: Iterable<T>): T[] {
  const { [Symbol.iterator]: iterate } = Object(awaitables) as Partial<Iterable<T>>;
  if (typeof iterate === 'function' && !isAwaitable(awaitables)) return [...awaitables];
  throw new TypeError(`Expected an iterable of awaitables, but got ${nameValue(awaitables)}.${callHint(awaitables)}`);
}

function* wrapAwaitable<T>(awaitable: { [Symbol.iterator](): SuspendingIterator<T> }): Coroutine<T> {
  return yield* awaitable;
}
