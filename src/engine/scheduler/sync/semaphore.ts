/*
 * A semaphore counts units. `release` hands a unit to the first waiting task by taking the unit on its behalf; a task that is
 * canceled after that gives it back. As long as any task waits, `acquire` waits behind it, even if there are units.
 */
import type { AsyncContextManager } from '../iteration/async-with.ts';
import type { AwaitableCoroutine, Suspension } from '../tasks/coroutine.ts';
import { nameValue } from '../name-value.ts';
import { CancelledError } from '../errors.ts';
import { Settled } from '../tasks/settled.ts';
import { SyncObject, WaitList, type SyncWait } from './sync-object.ts';

/**
 * asyncio's Semaphore: at most `value` tasks at a time, in the order in which they came.
 *
 * @see asyncio.locks.Semaphore
 */
export class Semaphore extends SyncObject implements AsyncContextManager<void> {
  declare _value: number;
  declare readonly _waiters: WaitList;

  /** Has `value` units. @throws RangeError if `value` is not a number from 0. */
  constructor(value = 1) {
    super();
    if (!(value >= 0)) throw new RangeError(`Expected a number of units from 0, but got ${nameValue(value)}.`);
    this._value = value;
    this._waiters = new SemaphoreWaits(this, 'semaphore', 'acquire');
  }

  /** Whether `acquire` would wait. */
  locked(): boolean {
    return this._value === 0 || !this._waiters._isAbandoned();
  }

  /** Waits for a unit and takes it; returns true. */
  acquire(): AwaitableCoroutine<true> {
    return this._waiters.call(true);
  }

  /** Gives a unit back; the first waiting task gets it. */
  release(): void {
    this._value++;
    this._wakeNext();
  }

  /** Acquires a unit, for `asyncWith` and `await using`. */
  aenter(): AwaitableCoroutine<void> {
    return this._waiters.call(undefined);
  }

  /** Gives the unit back. */
  aexit(): AwaitableCoroutine<void> {
    this.release();
    return new Settled(undefined);
  }

  /** @internal Hands a unit to the first waiting task that has none yet; returns whether there was one. */
  _wakeNext(): boolean {
    const woken = this._waiters._wakeUpTo(1);
    this._value -= woken;
    return woken > 0;
  }

  override _kind(): string {
    return 'Semaphore';
  }
}

/**
 * A semaphore that notices when it is released more often than it was acquired.
 *
 * @see asyncio.locks.BoundedSemaphore
 */
export class BoundedSemaphore extends Semaphore {
  declare readonly _bound: number;

  /** Has `value` units, and never more. @throws RangeError if `value` is not a number from 0. */
  constructor(value = 1) {
    super(value);
    this._bound = value;
  }

  /** Gives a unit back; the first waiting task gets it. @throws RangeError if every unit has been given back. */
  override release(): void {
    if (this._value >= this._bound) throw new RangeError('BoundedSemaphore released too many times');
    super.release();
  }

  override _kind(): string {
    return 'BoundedSemaphore';
  }
}

class SemaphoreWaits extends WaitList {
  declare readonly _of: Semaphore;

  override _advance(wait: SyncWait<unknown>, wasWoken: boolean): IteratorResult<Suspension, unknown> {
    const semaphore = this._of;
    if (wasWoken) this._leave(wait);
    else {
      if (semaphore.locked()) return wait._enqueue();
      semaphore._value--;
    }
    return wait._finish();
  }

  override _abandon(wait: SyncWait<unknown>, error: unknown, wasWoken: boolean): void {
    if (wasWoken && error instanceof CancelledError) this._of._value++;
    this._leave(wait);
  }

  /** Others may have had to wait behind this one although there are units. */
  _leave(wait: SyncWait<unknown>): void {
    const semaphore = this._of;
    this.remove(wait);
    while (semaphore._value > 0 && semaphore._wakeNext());
  }
}
