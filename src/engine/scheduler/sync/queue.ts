/*
 * A queue hands nothing over. `putNowait` wakes the first who waits to get and takes it off the list; until that one runs, anybody
 * may take the item, and then the one who was woken waits again, at the end.
 */
import { functionName } from '../tasks/coroutine-name.ts';
import type { AwaitableCoroutine, Suspension } from '../tasks/coroutine.ts';
import { describeValue } from '../describe-value.ts';
import { QueueEmpty, QueueFull, QueueShutDown } from '../errors.ts';
import { Event } from './event.ts';
import type { WaitTarget } from '../observe/observer.ts';
import { SyncObject, SyncWait, WaitList } from './sync-object.ts';

/** @internal Where a queue keeps its items: what makes it first in first out, last in first out, or by priority. */
export interface Items<T> {
  size(): number;
  put(item: T): void;
  /** There is an item. */
  get(): T;
}

/**
 * asyncio's Queue: first in, first out; full with `maxsize` items, never with 0 or less.
 *
 * @see asyncio.queues.Queue
 */
export class Queue<T> extends SyncObject {
  /** How many items make it full; 0 or less is no limit. */
  readonly maxsize: number;
  declare readonly _items: Items<T>;
  declare readonly _getters: WaitList;
  declare readonly _putters: WaitList;
  declare readonly _finished: Event;
  declare _unfinished: number;
  declare _isShutDown: boolean;

  /** Empty; with a `maxsize` of 0 or less it is never full. @throws RangeError if `maxsize` is not a number. */
  constructor(maxsize = 0) {
    super();
    if (typeof maxsize !== 'number' || Number.isNaN(maxsize)) {
      throw new RangeError(`Expected a maximum number of items, but got ${describeValue(maxsize)}.`);
    }
    this.maxsize = maxsize;
    this._items = this._makeItems();
    this._getters = new WaitList();
    this._putters = new WaitList();
    this._finished = new Event(this);
    this._finished.set();
    this._unfinished = 0;
    this._isShutDown = false;
  }

  /** The number of items. */
  qsize(): number {
    return this._items.size();
  }

  /** Whether there is no item. */
  empty(): boolean {
    return this._items.size() === 0;
  }

  /** Whether there is no room for another item. */
  full(): boolean {
    return this.maxsize > 0 && this._items.size() >= this.maxsize;
  }

  /** Waits until there is room, then puts the item in. @throws QueueShutDown (awaited) if the queue was shut down. */
  put(item: T): AwaitableCoroutine<void> {
    return new QueuePut(this, item);
  }

  /** Waits for an item, then takes it out. @throws QueueShutDown (awaited) if the queue was shut down and is empty. */
  get(): AwaitableCoroutine<T> {
    return new QueueGet(this);
  }

  /** Puts the item in at once. @throws QueueFull if there is no room; QueueShutDown if the queue was shut down. */
  putNowait(item: T): void {
    if (this._isShutDown) throw new QueueShutDown();
    if (this.full()) throw new QueueFull();
    this._items.put(item);
    this._unfinished++;
    this._finished.clear();
    wakeNext(this._getters);
  }

  /** Takes an item out at once. @throws QueueEmpty if there is none; QueueShutDown if there will be none. */
  getNowait(): T {
    if (this.empty()) throw this._isShutDown ? new QueueShutDown() : new QueueEmpty();
    const item = this._items.get();
    wakeNext(this._putters);
    return item;
  }

  /** Says that an item taken out has been dealt with. @throws RangeError if it is said more often than items were put in. */
  taskDone(): void {
    if (this._unfinished <= 0) throw new RangeError('taskDone() called too many times');
    if (--this._unfinished === 0) this._finished.set();
  }

  /** Waits until every item put in has been taken out and dealt with. */
  join(): AwaitableCoroutine<void> {
    return this._finished._waitOnly();
  }

  /**
   * Lets nothing more in. `get` goes on until the queue is empty, with `immediate` it is emptied at once; all who wait are woken
   * and get a QueueShutDown if there is nothing for them.
   */
  shutdown(immediate = false): void {
    this._isShutDown = true;
    if (immediate) {
      while (!this.empty()) {
        this._items.get();
        if (this._unfinished > 0) this._unfinished--;
      }
      if (this._unfinished === 0) this._finished.set();
    }
    while (wakeNext(this._getters));
    while (wakeNext(this._putters));
  }

  /** @internal */
  _makeItems(): Items<T> {
    return new Fifo();
  }

  override _kind(): string {
    return 'Queue';
  }

  /** @internal */
  override _waitKind(part: WaitTarget['what']): WaitTarget['what'] {
    return part === 'event' ? 'queue-join' : part;
  }
}

/** Takes the first wait that is still pending off the list and wakes it; says whether there was one. */
function wakeNext(list: WaitList): boolean {
  for (let wait = list.first; wait !== null; wait = list.first) {
    list.remove(wait);
    if (!wait._isPending()) continue;
    wait._wake();
    return true;
  }
  return false;
}

/** @internal */
abstract class QueueWait<T, I> extends SyncWait<T, Queue<I>> {
  abstract _list(): WaitList;
  /** Whether there is no item, or no place. */
  abstract _mustWait(): boolean;
  abstract _take(): IteratorResult<Suspension, T>;

  override _begin(): IteratorResult<Suspension, T> {
    if (!this._mustWait()) return this._take();
    if (this._of._isShutDown) throw new QueueShutDown();
    return this._enqueue(this._list());
  }

  override _resume(): IteratorResult<Suspension, T> {
    const recorder = this._of._loop?._recorder ?? null;
    if (recorder !== null && this._mustWait() && !this._of._isShutDown)
      this._record(recorder, 'sync-robbed', this._task);
    return this._begin();
  }

  override _abandon(_error: unknown, wasWoken: boolean): void {
    this._list().remove(this);
    // It was woken and does not take what it was woken for: the next one shall.
    if (wasWoken && !this._mustWait()) wakeNext(this._list());
  }
}

class QueueGet<T> extends QueueWait<T, T> {
  constructor(queue: Queue<T>) {
    super(queue, undefined as T);
  }

  get [functionName](): string {
    return 'get';
  }

  override _list(): WaitList {
    return this._of._getters;
  }

  override _mustWait(): boolean {
    return this._of.empty();
  }

  override _take(): IteratorResult<Suspension, T> {
    this._value = this._of.getNowait();
    return this._finish();
  }

  override _what(): WaitTarget['what'] {
    return 'queue-get';
  }
}

class QueuePut<T> extends QueueWait<void, T> {
  declare readonly _item: T;

  constructor(queue: Queue<T>, item: T) {
    super(queue, undefined);
    this._item = item;
  }

  get [functionName](): string {
    return 'put';
  }

  override _list(): WaitList {
    return this._of._putters;
  }

  override _mustWait(): boolean {
    return this._of.full();
  }

  override _take(): IteratorResult<Suspension, void> {
    this._of.putNowait(this._item);
    return this._finish();
  }

  override _what(): WaitTarget['what'] {
    return 'queue-put';
  }
}

/** A ring that doubles when it is full. */
class Fifo<T> implements Items<T> {
  declare _ring: (T | undefined)[];
  declare _head: number;
  declare _count: number;

  constructor() {
    this._ring = new Array<T | undefined>(4).fill(undefined);
    this._head = 0;
    this._count = 0;
  }

  size(): number {
    return this._count;
  }

  put(item: T): void {
    const ring = this._ring;
    if (this._count === ring.length) {
      this._ring = [...ring.slice(this._head), ...ring.slice(0, this._head), ...ring.map(() => undefined)];
      this._head = 0;
    }
    this._ring[(this._head + this._count++) & (this._ring.length - 1)] = item;
  }

  get(): T {
    const ring = this._ring;
    const item = ring[this._head] as T;
    ring[this._head] = undefined;
    this._head = (this._head + 1) & (ring.length - 1);
    this._count--;
    return item;
  }
}
