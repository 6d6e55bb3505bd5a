/*
 * An event is a flag. `set` wakes everyone who waits, in order; each returns even if the flag was cleared meanwhile.
 */
import type { AwaitableCoroutine, Suspension } from '../tasks/coroutine.ts';
import { SyncObject, SyncWait, WaitList } from './sync-object.ts';

/**
 * asyncio's Event: tasks wait until someone sets it.
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
    this._waiters = new EventWaits(this, 'event', whole === undefined ? 'wait' : 'join');
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
    return new SyncWait<true>(this._waiters, true);
  }

  /** @internal The same with no result. */
  _waitOnly(): AwaitableCoroutine<void> {
    return new SyncWait<void>(this._waiters, undefined);
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
