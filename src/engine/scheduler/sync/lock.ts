/*
 * A lock is free or locked, and fair. `release` makes it free and wakes the first who waits, who locks it when it runs; nobody else
 * can take it meanwhile, because `acquire` waits its turn as long as anybody waits. Whoever is woken but cancelled before it runs
 * passes the turn on.
 */
import { functionName } from '../tasks/coroutine-name.ts';
import type { AsyncContextManager } from '../iteration/async-with.ts';
import type { AwaitableCoroutine, Suspension } from '../tasks/coroutine.ts';
import { CancelledError, RuntimeError } from '../errors.ts';
import type { WaitTarget } from '../observe/observer.ts';
import { Settled } from '../tasks/settled.ts';
import { SyncObject, SyncWait, WaitList } from './sync-object.ts';

/**
 * asyncio's Lock: one task at a time, in the order in which they came.
 *
 * @see asyncio.locks.Lock
 */
export class Lock extends SyncObject implements AsyncContextManager<void> {
  declare _isLocked: boolean;
  declare readonly _waiters: WaitList;

  /** `whole` is what the lock is a part of, inside this package. */
  constructor(whole?: SyncObject) {
    super(whole);
    this._isLocked = false;
    this._waiters = new WaitList();
  }

  /** Whether a task holds it. */
  locked(): boolean {
    return this._isLocked;
  }

  /** Waits until the lock is free and it is this task's turn, then locks it; gives true. */
  acquire(): AwaitableCoroutine<true> {
    return new LockAcquire(this, true);
  }

  /** Frees the lock. @throws RuntimeError if it is free. */
  release(): void {
    if (!this._isLocked) throw new RuntimeError('Lock is not acquired.');
    this._isLocked = false;
    this._wakeFirst();
  }

  /** Acquires it, for `asyncWith` and `await using`. */
  aenter(): AwaitableCoroutine<void> {
    return new LockAcquire<void>(this, undefined);
  }

  /** Releases it. @throws RuntimeError if it is free. */
  aexit(): AwaitableCoroutine<void> {
    this.release();
    return new Settled(undefined);
  }

  /** @internal One that is on its way to run keeps its turn. */
  _wakeFirst(): void {
    const { first } = this._waiters;
    if (first?._isPending() === true) first._wake();
  }

  override _kind(): string {
    return 'Lock';
  }
}

class LockAcquire<T> extends SyncWait<T, Lock> {
  get [functionName](): string {
    return 'acquire';
  }

  override _begin(): IteratorResult<Suspension, T> {
    const lock = this._of;
    if (lock._isLocked || !lock._waiters.isAbandoned()) return this._enqueue(lock._waiters);
    lock._isLocked = true;
    return this._finish();
  }

  override _resume(): IteratorResult<Suspension, T> {
    this._of._waiters.remove(this);
    this._of._isLocked = true;
    return this._finish();
  }

  override _abandon(error: unknown): void {
    const lock = this._of;
    lock._waiters.remove(this);
    if (error instanceof CancelledError && !lock._isLocked) lock._wakeFirst();
  }

  override _what(): WaitTarget['what'] {
    return 'lock';
  }
}
