/*
 * What locks, events, conditions, semaphores, barriers and queues have in common: a name for records, the loop they belong to from
 * the first time someone has to wait, and a list of those who wait.
 */
import type { Suspension } from '../tasks/coroutine.ts';
import { functionName } from '../tasks/coroutine-name.ts';
import { current as importedCurrent, runningLoop } from '../loop/current.ts';
import { RuntimeError } from '../errors.ts';
import type { LoopContract, NamedByKind, RecorderContract, TaskContract } from '../loop/contracts.ts';
import type { SyncName, WaitTarget } from '../observe/observer.ts';
import { SyncNames } from '../observe/sync-names.ts';
import { created, over, Wait } from '../tasks/wait.ts';

// Constants of this module, not imports: see `current.ts`.
const current = importedCurrent;

/** @internal */
export abstract class SyncObject implements NamedByKind {
  declare _loop: LoopContract | null;
  /** Whether a task has waited for it; before, it may still be used by another loop. */
  declare _isBound: boolean;
  declare _name: SyncName | null;
  /** The object that the program made: parts of it go by its name. */
  declare readonly _whole: SyncObject;

  constructor(whole?: SyncObject) {
    this._loop = current.loop;
    this._isBound = false;
    this._name = null;
    this._whole = whole ?? this;
    const recorder = current.loop?._recorder;
    if (whole === undefined && recorder) nameIn(recorder, this);
  }

  /** Its class, in records. */
  abstract _kind(): string;

  /** Gives the running loop. @throws RuntimeError if there is none, or if tasks of another loop wait for it. */
  _bind(): LoopContract {
    const { _loop: loop } = this;
    if (loop === null || loop !== current.loop) return this._bindElsewhere();
    this._isBound = true;
    return loop;
  }

  _bindElsewhere(): LoopContract {
    const loop = runningLoop();
    if (this._isBound) {
      throw new RuntimeError(
        `Expected a ${this._kind()} of the running event loop, but got one that belongs to another.`,
      );
    }
    this._isBound = true;
    return (this._loop = loop);
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

function nameIn(recorder: RecorderContract, object: SyncObject): SyncName {
  return (recorder._syncNames ??= new SyncNames()).of(object);
}

/**
 * @internal One wait for such an object.
 *
 * There is one class for all objects, and what differs between a lock and a queue is in their wait lists. The code that every
 * wait goes through therefore sees objects of one shape, however many kinds of objects a program uses.
 */
export class SyncWait<T> extends Wait<T> {
  declare readonly _list: WaitList;
  declare _previous: SyncWait<unknown> | null;
  declare _next: SyncWait<unknown> | null;

  constructor(list: WaitList, value: unknown) {
    super(value);
    this._list = list;
    this._previous = this._next = null;
  }

  get [functionName](): string {
    return this._list._verb;
  }

  /**
   * The wait that is awaited in this one's place, if no task uses it now. It is as old as the list, so that V8 need not note for its garbage
   * collector that a list, a task and a suspended generator, all of them old, point to something new.
   */
  override [Symbol.iterator](): this {
    if (this._state !== created || current.checks !== null) return this;
    const wait = this._list._reused as this;
    if (wait._state !== over) return this;
    this._state = over;
    wait._state = created;
    wait._task = null;
    wait._value = this._value;
    return wait;
  }

  override _advance(wasWoken: boolean): IteratorResult<Suspension, T> {
    return this._list._advance(this, wasWoken) as IteratorResult<Suspension, T>;
  }

  override _abandon(error: unknown, wasWoken: boolean): void {
    this._list._abandon(this, error, wasWoken);
  }

  /** Joins the end of the list and suspends. */
  _enqueue(): IteratorResult<Suspension, T> {
    const list = this._list;
    const { _recorder: recorder } = list._of._bind();
    list._append(this);
    if (recorder !== null) this._recordEnqueued(recorder);
    return this._park();
  }

  /** A wait that joins the list a second time was woken, but another task took what it was woken for. */
  _recordEnqueued(recorder: RecorderContract): void {
    if (this._task !== null) this._record(recorder, 'sync-robbed', this._task);
    this._record(recorder, 'sync-enqueued', current.task);
  }

  override _wakeSlowly(): void {
    const recorder = current.loop?._recorder;
    const before = recorder?.cause ?? null;
    if (recorder) recorder.cause = this._record(recorder, 'sync-woken', this._task);
    super._wakeSlowly();
    if (recorder) recorder.cause = before;
  }

  /** Records what happens to this wait, if the object is one of the program's; gives the record. */
  _record(
    recorder: RecorderContract,
    kind: 'sync-enqueued' | 'sync-woken' | 'sync-robbed',
    task: TaskContract | null,
  ): number | null {
    const { _whole: whole } = this._list._of;
    return whole._isPublic() ? recorder.add({ kind, on: nameIn(recorder, whole), id: task?._id ?? 0 }) : recorder.cause;
  }

  override _target(): WaitTarget {
    const { _what: what, _of: of, _holder: holder } = this._list;
    const target = { what: of._whole._waitKind(what), label: of._whole._kind() };
    return holder === 0 ? target : { ...target, holder };
  }
}

/**
 * @internal Waits in the order in which they came, and what is done when one begins, is woken, or is given up.
 *
 * The list is linked through the waits themselves, so that a canceled one leaves from the middle in constant time. The waits form a
 * ring, and the list keeps only the last one, whose `_next` is the first: to make an old list point to a new wait takes long.
 */
export abstract class WaitList {
  declare last: SyncWait<unknown> | null;
  declare readonly _reused: SyncWait<unknown>;
  /** The object that is waited for, what records call that, and the name of the function that is called to wait. */
  declare readonly _of: SyncObject;
  declare readonly _what: WaitTarget['what'];
  declare readonly _verb: string;

  constructor(of: SyncObject, what: WaitTarget['what'], verb: string) {
    this.last = null;
    this._of = of;
    this._what = what;
    this._verb = verb;
    this._reused = new SyncWait(this, undefined);
    this._reused._state = over;
  }

  /** A coroutine that waits here. */
  call<T>(value: unknown): SyncWait<T> {
    const wait = new SyncWait<T>(this, value);
    current.checks?.made(wait);
    return wait;
  }

  /** A wait begins, or was woken: it takes what it came for, or joins the list. */
  abstract _advance(wait: SyncWait<unknown>, wasWoken: boolean): IteratorResult<Suspension, unknown>;

  /** Id of the task that has what is waited for; 0 where there is none to say. */
  get _holder(): number {
    return 0;
  }

  /** The wait is given up with `error`, having been woken before or not. */
  _abandon(wait: SyncWait<unknown>, _error: unknown, _wasWoken: boolean): void {
    this.remove(wait);
  }

  get first(): SyncWait<unknown> | null {
    const { last } = this;
    return last === null ? null : last._next;
  }

  /** The wait behind one that is in the list; null behind the last. */
  _after(wait: SyncWait<unknown>): SyncWait<unknown> | null {
    return wait === this.last ? null : wait._next;
  }

  _append(wait: SyncWait<unknown>): void {
    const { last } = this;
    if (last === null) wait._next = wait._previous = wait;
    else {
      const first = last._next as SyncWait<unknown>;
      wait._previous = last;
      wait._next = first;
      last._next = first._previous = wait;
    }
    this.last = wait;
  }

  /** Takes a wait out; one that is not in the list stays as it is. */
  remove(wait: SyncWait<unknown>): void {
    const { _previous: previous, _next: next } = wait;
    if (previous === null || next === null) return;
    if (next === wait) this.last = null;
    else {
      previous._next = next;
      next._previous = previous;
      if (this.last === wait) this.last = previous;
    }
    wait._previous = wait._next = null;
  }

  /** Wakes up to `most` waits that are pending, where they stand; says how many there were. */
  _wakeUpTo(most: number): number {
    let woken = 0;
    for (let wait = this.first; wait !== null && woken < most; wait = this._after(wait)) {
      if (!wait._takesCancel()) continue;
      wait._wake();
      woken++;
    }
    return woken;
  }

  /** Whether every wait in the list was cancelled and has only not left yet. */
  _isAbandoned(): boolean {
    for (let wait = this.first; wait !== null; wait = this._after(wait)) if (!wait._endedCancelled()) return false;
    return true;
  }
}
