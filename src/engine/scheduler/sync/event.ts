/* An event is a flag. `set` wakes all waiting tasks, in order; each continues even if the flag was cleared meanwhile. */
import type { AwaitableCoroutine, Suspension } from '../tasks/coroutine.ts';
import { SyncObject, WaitList, type SyncWait } from './sync-object.ts';

/**
 * asyncio's Event: tasks wait until it is set.
 *
 * @see asyncio.locks.Event
 */
export class Event extends SyncObject {
  declare _isSet: boolean;
  declare readonly _waiters: WaitList;

  /** `whole` is the object that the event is a part of, inside this package. */
  constructor(whole?: SyncObject) {
    super(whole);
    this._isSet = false;
    this._waiters = new EventWaits(this, 'event', whole === undefined ? 'wait' : 'join');
  }

  /** Whether the flag is set. */
  isSet(): boolean {
    return this._isSet;
  }

  /** Sets the flag and wakes all waiting tasks. */
  set(): void {
    if (this._isSet) return;
    this._isSet = true;
    this._waiters._wakeUpTo(Infinity);
  }

  /** Clears the flag: tasks that wait from now on wait for the next `set`. */
  clear(): void {
    this._isSet = false;
  }

  /** Waits until the event is set; returns true. */
  wait(): AwaitableCoroutine<true> {
    return this._waiters.call(true);
  }

  /** @internal The same without a result. */
  _waitOnly(): AwaitableCoroutine<void> {
    return this._waiters.call(undefined);
  }

  override _kind(): string {
    return 'Event';
  }
}

class EventWaits extends WaitList {
  declare readonly _of: Event;

  override _advance(wait: SyncWait<unknown>, wasWoken: boolean): IteratorResult<Suspension, unknown> {
    if (!wasWoken && !this._of._isSet) return wait._enqueue();
    this.remove(wait);
    return wait._finish();
  }
}
