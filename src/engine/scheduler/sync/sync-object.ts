/*
 * What locks, events, conditions, semaphores, barriers and queues have in common: a name for records, the loop they belong to from
 * the first time somebody has to wait, and a list of those who wait.
 *
 * The list is linked through the waits themselves, so that a cancelled one leaves from the middle in constant time.
 */
import type { Suspension } from '../tasks/coroutine.ts';
import { current, getRunningLoop } from '../loop/current.ts';
import { RuntimeError } from '../errors.ts';
import type { EventLoop } from '../loop/event-loop.ts';
import type { WaitTarget } from '../observe/observer.ts';
import type { Recorder } from '../observe/recorder.ts';
import type { Task } from '../tasks/task.ts';
import { Wait } from '../tasks/wait.ts';

/** @internal */
export abstract class SyncObject {
  declare _loop: EventLoop | null;
  /** The object that the program made: parts of it go by its name. */
  declare readonly _whole: SyncObject;

  constructor(whole?: SyncObject) {
    this._loop = null;
    this._whole = whole ?? this;
    if (whole === undefined) current.loop?._recorder?.nameOf(this);
  }

  /** Its class, in records. */
  abstract _kind(): string;

  /** @throws RuntimeError if tasks of another loop wait for it. */
  _bind(): EventLoop {
    const loop = getRunningLoop();
    this._loop ??= loop;
    if (this._loop !== loop) {
      throw new RuntimeError(
        `Expected a ${this._kind()} of the running event loop, but got one that belongs to another.`,
      );
    }
    return loop;
  }

  /** What a task waits for that waits for this, or for a part of it. */
  _waitKind(part: WaitTarget['what']): WaitTarget['what'] {
    return part;
  }

  /** Whether records mention it. */
  _isPublic(): boolean {
    return true;
  }
}

/** @internal One wait for such an object. */
export abstract class SyncWait<T, O extends SyncObject = SyncObject> extends Wait<T> {
  declare readonly _of: O;
  declare _previous: SyncWait<unknown> | null;
  declare _next: SyncWait<unknown> | null;

  constructor(of: O, value: T) {
    super(value);
    this._of = of;
    this._previous = this._next = null;
  }

  abstract _what(): WaitTarget['what'];

  /** Joins the end of the list and suspends. */
  _enqueue(list: WaitList): IteratorResult<Suspension, T> {
    const { _recorder: recorder } = this._of._bind();
    list.append(this);
    if (recorder !== null) this._record(recorder, 'sync-enqueued', current.task);
    return this._park();
  }

  override _wake(): void {
    const recorder = this._of._loop?._recorder ?? null;
    if (recorder === null) {
      super._wake();
      return;
    }
    const before = recorder.cause;
    recorder.cause = this._record(recorder, 'sync-woken', this._task);
    super._wake();
    recorder.cause = before;
  }

  /** Records what happens to this wait, if the object is one of the program's; gives the record. */
  _record(recorder: Recorder, kind: 'sync-enqueued' | 'sync-woken' | 'sync-robbed', task: Task | null): number | null {
    const { _whole: whole } = this._of;
    return whole._isPublic() ? recorder.add({ kind, on: recorder.nameOf(whole), id: task?._id ?? 0 }) : recorder.cause;
  }

  override _target(): WaitTarget {
    const { _whole: whole } = this._of;
    return { what: whole._waitKind(this._what()), label: whole._kind() };
  }
}

/** @internal Waits in the order in which they came. */
export class WaitList {
  declare first: SyncWait<unknown> | null;
  declare last: SyncWait<unknown> | null;

  constructor() {
    this.first = this.last = null;
  }

  append(wait: SyncWait<unknown>): void {
    wait._previous = this.last;
    if (this.last === null) this.first = wait;
    else this.last._next = wait;
    this.last = wait;
  }

  /** Takes a wait out; one that is not in the list stays as it is. */
  remove(wait: SyncWait<unknown>): void {
    const { _previous: previous, _next: next } = wait;
    if (previous === null && this.first !== wait) return;
    if (previous === null) this.first = next;
    else previous._next = next;
    if (next === null) this.last = previous;
    else next._previous = previous;
    wait._previous = wait._next = null;
  }

  /** Wakes up to `most` waits that are pending, where they stand; says how many there were. */
  wake(most: number): number {
    let woken = 0;
    for (let wait = this.first; wait !== null && woken < most; wait = wait._next) {
      if (!wait._isPending()) continue;
      wait._wake();
      woken++;
    }
    return woken;
  }

  /** Whether every wait in the list was cancelled and has only not left yet. */
  isAbandoned(): boolean {
    for (let wait = this.first; wait !== null; wait = wait._next) if (!wait._isCancelled()) return false;
    return true;
  }
}
