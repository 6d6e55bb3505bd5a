/*
 * A lock is free or locked, and fair. `release` makes it free and wakes the first waiting task, which locks it when it runs. No
 * other task can take it meanwhile, because `acquire` waits as long as any task waits. A task that is woken but canceled before it
 * runs passes its turn on.
 */
import type { AsyncContextManager } from '../iteration/async-with.ts';
import type { AwaitableCoroutine, Suspension } from '../tasks/coroutine.ts';
import { current as importedCurrent } from '../loop/current.ts';
import { CancelledError, RuntimeError } from '../errors.ts';
import { Settled } from '../tasks/settled.ts';
import { SyncObject, WaitList, type SyncWait } from './sync-object.ts';

// A constant of this module, not an import: see `current.ts`.
const current = importedCurrent;

/**
 * asyncio's Lock: one task at a time, in order of arrival.
 *
 * @see asyncio.locks.Lock
 */
export class Lock extends SyncObject implements AsyncContextManager<void> {
  declare _isLocked: boolean;
  /** The id of the task that locked it; 0 while it is free, or if no task locked it. */
  declare _holder: number;
  declare readonly _waiters: WaitList;

  /** `whole` is the object that the lock is a part of, inside this package. */
  constructor(whole?: SyncObject) {
    super(whole);
    this._isLocked = false;
    this._holder = 0;
    this._waiters = new LockWaits(this, 'lock', 'acquire');
  }

  /** Whether a task holds it. */
  locked(): boolean {
    return this._isLocked;
  }

  /** Waits until the lock is free and it is this task's turn, then locks it; returns true. */
  acquire(): AwaitableCoroutine<true> {
    return this._waiters.call(true);
  }

  /** Frees the lock. @throws RuntimeError if it is free. */
  release(): void {
    if (!this._isLocked) throw new RuntimeError('Lock is not acquired.');
    this._isLocked = false;
    this._holder = 0;
    this._wakeFirst();
  }

  /** Acquires it, for `asyncWith` and `await using`. */
  aenter(): AwaitableCoroutine<void> {
    return this._waiters.call(undefined);
  }

  /** Releases it. @throws RuntimeError if it is free. */
  aexit(): AwaitableCoroutine<void> {
    this.release();
    return new Settled(undefined);
  }

  /** @internal A woken task that has not run yet keeps its turn. */
  _wakeFirst(): void {
    const { first } = this._waiters;
    if (first?._takesCancel()) first._wake();
  }

  override _kind(): string {
    return 'Lock';
  }
}

class LockWaits extends WaitList {
  declare readonly _of: Lock;

  override get _holder(): number {
    return this._of._holder;
  }

  override _advance(wait: SyncWait<unknown>, wasWoken: boolean): IteratorResult<Suspension, unknown> {
    const lock = this._of;
    if (!wasWoken && (lock._isLocked || !this._isAbandoned())) return wait._enqueue();
    this.remove(wait);
    lock._isLocked = true;
    lock._holder = current.task?._id ?? 0;
    return wait._finish();
  }

  override _abandon(wait: SyncWait<unknown>, error: unknown): void {
    const lock = this._of;
    this.remove(wait);
    if (error instanceof CancelledError && !lock._isLocked) lock._wakeFirst();
  }
}
