/*
 * An event is a flag. `set` wakes everyone who waits, in order; each returns even if the flag was cleared meanwhile.
 */
import { functionName } from '../tasks/coroutine-name.ts';
import type { AwaitableCoroutine, Suspension } from '../tasks/coroutine.ts';
import type { WaitTarget } from '../observe/observer.ts';
import { SyncObject, SyncWait, WaitList } from './sync-object.ts';

/**
 * asyncio's Event: tasks wait until somebody sets it.
 *
 * @see asyncio.locks.Event
 */
export class Event extends SyncObject {
  declare _isSet: boolean;
  declare readonly _waiters: WaitList;

  /** `whole` is what the event is a part of, inside this package. */
  constructor(whole?: SyncObject) {
    super(whole);
    this._isSet = false;
    this._waiters = new WaitList();
  }

  /** Whether the flag is set. */
  isSet(): boolean {
    return this._isSet;
  }

  /** Sets the flag and wakes all who wait. */
  set(): void {
    if (this._isSet) return;
    this._isSet = true;
    this._waiters.wake(Infinity);
  }

  /** Clears the flag: who waits from now on has to wait for the next `set`. */
  clear(): void {
    this._isSet = false;
  }

  /** Waits until the event is set; gives true. */
  wait(): AwaitableCoroutine<true> {
    return new EventWait(this, true);
  }

  /** @internal The same with no result. */
  _waitOnly(): AwaitableCoroutine<void> {
    return new EventWait<void>(this, undefined);
  }

  override _kind(): string {
    return 'Event';
  }
}

class EventWait<T> extends SyncWait<T, Event> {
  get [functionName](): string {
    return this._of._whole === this._of ? 'wait' : 'join';
  }

  override _begin(): IteratorResult<Suspension, T> {
    return this._of._isSet ? this._finish() : this._enqueue(this._of._waiters);
  }

  override _resume(): IteratorResult<Suspension, T> {
    this._of._waiters.remove(this);
    return this._finish();
  }

  override _abandon(): void {
    this._of._waiters.remove(this);
  }

  override _what(): WaitTarget['what'] {
    return 'event';
  }
}
