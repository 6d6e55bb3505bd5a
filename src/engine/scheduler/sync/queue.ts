/*
 * A queue does not hand items over. `putNowait` wakes the first task that waits to get, and removes it from the list. Until that
 * task runs, any other may take the item, and then the woken task waits again, at the end.
 */
import type { AwaitableCoroutine, Suspension } from '../tasks/coroutine.ts';
import { nameValue } from '../name-value.ts';
import { QueueEmpty, QueueFull, QueueShutDown } from '../errors.ts';
import { ReadyQueue } from '../loop/ready-queue.ts';
import { Event } from './event.ts';
import type { WaitTarget } from '../observe/observer.ts';
import { SyncObject, WaitList, type SyncWait } from './sync-object.ts';

/** @internal Where a queue keeps its items: what makes it first in first out, last in first out, or by priority. */
export interface Items {
  /** How many there are. The code that takes one out subtracts it, as from the loop's ready queue. */
  count: number;
  push(item: unknown): void;
  /** There is an item. */
  shift(): unknown;
}

/**
 * asyncio's Queue: first in, first out; full with `maxsize` items, never with 0 or less.
 *
 * @see asyncio.queues.Queue
 */
export class Queue<T> extends SyncObject {
  /** How many items make it full; 0 or less is no limit. */
  readonly maxsize: number;
  declare readonly _items: Items;
  declare readonly _getters: Getters<T>;
  declare readonly _putters: Putters<T>;
  declare readonly _finished: Event;
  declare _unfinished: number;
  declare _isShutDown: boolean;

  /** Makes an empty queue; with a `maxsize` of 0 or less it is never full. @throws RangeError if `maxsize` is not a number. */
  constructor(maxsize = 0) {
    super();
    if (typeof maxsize !== 'number' || Number.isNaN(maxsize)) {
      throw new RangeError(`Expected a maximum number of items, but got ${nameValue(maxsize)}.`);
    }
    this.maxsize = maxsize;
    this._items = this._makeItems();
    this._getters = new Getters(this, 'queue-get', 'get');
    this._putters = new Putters(this, 'queue-put', 'put');
    this._finished = new Event(this);
    this._finished._isSet = true;
    this._unfinished = 0;
    this._isShutDown = false;
  }

  /** The number of items. */
  qsize(): number {
    return this._items.count;
  }

  /** Whether there is no item. */
  empty(): boolean {
    return this._items.count === 0;
  }

  /** Whether there is no room for another item. */
  full(): boolean {
    return this.maxsize > 0 && this._items.count >= this.maxsize;
  }

  /** Waits until there is room, then puts the item in. @throws QueueShutDown (awaited) if the queue was shut down. */
  put(item: T): AwaitableCoroutine<void> {
    return this._putters.call(item);
  }

  /** Waits for an item, then takes it out. @throws QueueShutDown (awaited) if the queue was shut down and is empty. */
  get(): AwaitableCoroutine<T> {
    return this._getters.call(undefined);
  }

  /** Puts the item in at once. @throws QueueFull if there is no room; QueueShutDown if the queue was shut down. */
  putNowait(item: T): void {
    if (this._isShutDown) throw new QueueShutDown();
    if (this.full()) throw new QueueFull();
    this._add(item);
  }

  /** Takes an item out at once. @throws QueueEmpty if there is none; QueueShutDown if there will be none. */
  getNowait(): T {
    if (this.empty()) throw this._isShutDown ? new QueueShutDown() : new QueueEmpty();
    return this._take();
  }

  /** Reports that an item taken out has been handled. @throws RangeError if called more often than items were put in. */
  taskDone(): void {
    if (this._unfinished <= 0) throw new RangeError('taskDone() called too many times');
    if (--this._unfinished === 0) this._finished.set();
  }

  /** Waits until every item put in has been taken out and handled. */
  join(): AwaitableCoroutine<void> {
    return this._finished._waitOnly();
  }

  /**
   * Accepts no more items. `get` works until the queue is empty; with `immediate` the queue is emptied at once. All waiting tasks
   * are woken, and get a QueueShutDown if there is nothing for them.
   */
  shutdown(immediate = false): void {
    this._isShutDown = true;
    if (immediate) {
      while (!this.empty()) {
        this._takeOut();
        if (this._unfinished > 0) this._unfinished--;
      }
      if (this._unfinished === 0) this._finished.set();
    }
    while (this._getters._wakeNext());
    while (this._putters._wakeNext());
  }

  /** @internal There is room. */
  _add(item: T): void {
    this._items.push(item);
    this._unfinished++;
    this._finished.clear();
    this._getters._wakeNext();
  }

  /** @internal There is an item. */
  _take(): T {
    const item = this._takeOut();
    this._putters._wakeNext();
    return item;
  }

  _takeOut(): T {
    this._items.count--;
    return this._items.shift() as T;
  }

  /** @internal A ring of the class that the loop has, so that V8 compiles what both do once. */
  _makeItems(): Items {
    return new ReadyQueue(4);
  }

  override _kind(): string {
    return 'Queue';
  }

  /** @internal */
  override _waitKind(part: WaitTarget['what']): WaitTarget['what'] {
    return part === 'event' ? 'queue-join' : part;
  }
}

/**
 * A wait that was woken asks again as if it began: another task may have taken the item, or the place, before it runs.
 */
abstract class QueueWaits<T> extends WaitList {
  declare readonly _of: Queue<T>;

  /** Whether there is no item, or no place. */
  abstract _mustWait(): boolean;

  override _abandon(wait: SyncWait<unknown>, _error: unknown, wasWoken: boolean): void {
    this.remove(wait);
    // It was woken and does not take what it was woken for, so the next one should.
    if (wasWoken && !this._mustWait()) this._wakeNext();
  }

  /** Takes the first wait that is still pending off the list and wakes it; says whether there was one. */
  _wakeNext(): boolean {
    for (let wait = this.first; wait !== null; wait = this.first) {
      this.remove(wait);
      if (!wait._takesCancel()) continue;
      wait._wake();
      return true;
    }
    return false;
  }
}

class Getters<T> extends QueueWaits<T> {
  override _mustWait(): boolean {
    return this._of.empty();
  }

  override _advance(wait: SyncWait<unknown>): IteratorResult<Suspension, unknown> {
    const queue = this._of;
    if (!queue.empty()) return { value: queue._take(), done: true };
    if (queue._isShutDown) throw new QueueShutDown();
    return wait._enqueue();
  }
}

/** The item that is to be put in is the wait's `_value`. */
class Putters<T> extends QueueWaits<T> {
  override _mustWait(): boolean {
    return this._of.full();
  }

  override _advance(wait: SyncWait<unknown>): IteratorResult<Suspension, unknown> {
    const queue = this._of;
    if (queue._isShutDown) throw new QueueShutDown();
    if (queue.full()) return wait._enqueue();
    queue._add(wait._value as T);
    wait._value = undefined;
    return putIn;
  }
}

const putIn: IteratorResult<Suspension, undefined> = { value: undefined, done: true };
