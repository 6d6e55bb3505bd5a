/*
 * A condition is a lock with a list of tasks that wait for a notification. `wait` releases the lock while it waits and acquires it
 * again before it returns, canceled or not. A task that is canceled after it was notified notifies another one instead.
 */
import type { AsyncContextManager } from '../iteration/async-with.ts';
import type { AwaitableCoroutine, Coroutine, Suspension } from '../tasks/coroutine.ts';
import { CancelledError, RuntimeError } from '../errors.ts';
import { Lock } from './lock.ts';
import { Routine } from '../tasks/routine.ts';
import { SyncObject, WaitList, type SyncWait } from './sync-object.ts';

/**
 * asyncio's Condition: tasks that hold its lock wait until another task that holds it notifies them.
 *
 * @see asyncio.locks.Condition
 */
export class Condition extends SyncObject implements AsyncContextManager<void> {
  declare readonly _lock: Lock;
  declare readonly _waiters: WaitList;

  /** Makes its own lock if none is given; `whole` is the object that the condition is a part of, inside this package. */
  constructor(lock?: Lock, whole?: SyncObject) {
    super(whole);
    this._lock = lock ?? new Lock(this._whole);
    this._waiters = new ConditionWaits(this, 'condition', 'wait');
  }

  /** Whether a task holds its lock. */
  locked(): boolean {
    return this._lock.locked();
  }

  /** Acquires its lock; gives true. */
  acquire(): AwaitableCoroutine<true> {
    return this._lock.acquire();
  }

  /** Releases its lock. @throws RuntimeError if that is free. */
  release(): void {
    this._lock.release();
  }

  /** Acquires its lock, for `asyncWith` and `await using`. */
  aenter(): AwaitableCoroutine<void> {
    return this._lock.aenter();
  }

  /** Releases its lock. @throws RuntimeError if that is free. */
  aexit(): AwaitableCoroutine<void> {
    return this._lock.aexit();
  }

  /**
   * Waits to be notified; returns true. It may return without a reason, so check, and wait again. @throws RuntimeError without the
   * lock.
   */
  wait(): AwaitableCoroutine<true> {
    return new Routine('wait', waitAndLockAgain(this));
  }

  /** Waits until `predicate()` is true, checking again at every notification; returns its result. */
  waitFor<T>(predicate: () => T): AwaitableCoroutine<T> {
    return new Routine('waitFor', waitUntil(this, predicate));
  }

  /** Wakes up to `n` waiting tasks. They continue when they have the lock. @throws RuntimeError without the lock. */
  notify(n = 1): void {
    if (!this.locked()) throw new RuntimeError('cannot notify on un-acquired lock');
    this._notify(n);
  }

  /** Wakes all waiting tasks, like `notify`. @throws RuntimeError without the lock. */
  notifyAll(): void {
    this.notify(Infinity);
  }

  /** @internal */
  _notify(n: number): void {
    this._waiters._wakeUpTo(n);
  }

  override _kind(): string {
    return 'Condition';
  }
}

function* waitAndLockAgain(condition: Condition): Coroutine<true> {
  if (!condition.locked()) throw new RuntimeError('cannot wait on un-acquired lock');
  // Before the lock is released, and not in the try block below, which acquires it again.
  condition._bind();
  let failure: { readonly error: unknown } | undefined;
  try {
    yield* condition._waiters.call(undefined);
  } catch (error) {
    failure = { error };
  }
  // The lock is acquired again even if the wait was canceled, and even if acquiring is canceled; the last cancellation counts.
  for (let locked = false; !locked;) {
    try {
      yield* condition.acquire();
      locked = true;
    } catch (error) {
      failure = { error };
      if (!(error instanceof CancelledError)) break;
    }
  }
  if (failure === undefined) return true;
  condition._notify(1);
  throw failure.error;
}

function* waitUntil<T>(condition: Condition, predicate: () => T): Coroutine<T> {
  let result = predicate();
  while (!result) {
    yield* condition.wait();
    result = predicate();
  }
  return result;
}

class ConditionWaits extends WaitList {
  declare readonly _of: Condition;

  override _advance(wait: SyncWait<unknown>, wasWoken: boolean): IteratorResult<Suspension, unknown> {
    if (wasWoken) {
      this.remove(wait);
      return wait._finish();
    }
    const waits = wait._enqueue();
    this._of.release();
    return waits;
  }
}
