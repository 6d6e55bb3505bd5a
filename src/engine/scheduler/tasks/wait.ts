/*
 * One wait of one task: what `lock.acquire()`, `event.wait()`, `sleep(1)` … return.
 *
 * It is coroutine, iterator, future and list node in one object, because a wait is the commonest thing a loop makes:
 *
 *   created ──next──▶ pending ──_wake──▶ woken ──────next──▶ closed   (`_advance` takes what was waited for)
 *      │                  └──cancel──▶ cancelled ────next──▶ closed   (`_abandon` cleans up, CancelledError is thrown)
 *      └──next, nothing to wait for──────────────────────▶ closed   (`_advance` takes it)
 *
 * `throw` closes it from every state: a cancellation that found the wait already woken comes in that way.
 * The task is put on the ready queue by `_wake` and `cancel`, and learns the outcome when it resumes the wait: asyncio's future
 * with one waiter, without the future.
 */
import type { Suspension } from './coroutine.ts';
import { CoroutineObject } from './coroutine-object.ts';
import type { TaskContract, Waiter } from '../loop/contracts.ts';
import { current as importedCurrent } from '../loop/current.ts';
import { alreadyAwaited, CancelledError, notResumedByTheLoop } from '../errors.ts';
import type { WaitTarget } from '../observe/observer.ts';
import { suspended } from './suspended.ts';

// Constants of this module, not imports: see `current.ts`.
const current = importedCurrent;

/** @internal */
export const created = 0;
const pending = 1;
const woken = 2;
const cancelled = 3;
/** Left, by `throw` or `return`. */
const closed = 4;
/** @internal Over: the task got what it waited for. */
export const over = 5;

/** @internal */
export abstract class Wait<T> extends CoroutineObject<T> implements Waiter {
  declare _state: number;
  declare _task: TaskContract | null;
  /** What the wait gives in the end; once it is cancelled, the message of that. */
  declare _value: unknown;

  constructor(value: unknown) {
    super();
    this._state = created;
    this._task = null;
    this._value = value;
  }

  /**
   * Begins, or continues after having been woken: takes what there is to take and gives `this._finish()`, or `this._park()` to
   * suspend, for the first time or again.
   */
  abstract _advance(wasWoken: boolean): IteratorResult<Suspension, T>;
  /** The wait is given up with `error`, having been woken before or not. */
  abstract _abandon(error: unknown, wasWoken: boolean): void;
  abstract _target(): WaitTarget;

  override next(): IteratorResult<Suspension, T> {
    const state = this._state;
    if (state === woken || state === created) {
      this._state = over;
      current.checks?.begun(this);
      return this._advance(state === woken);
    }
    if (state === cancelled) return this.throw(this._error());
    throw state === pending ? notResumedByTheLoop() : alreadyAwaited();
  }

  override throw(error: unknown): IteratorResult<Suspension, T> {
    const state = this._state;
    if (state >= closed) throw alreadyAwaited();
    this._state = closed;
    this._task = null;
    if (state === created) current.checks?.begun(this);
    else this._abandon(error, state === woken);
    throw error;
  }

  override return(value: T): IteratorResult<Suspension, T> {
    const state = this._state;
    this._state = closed;
    this._task = null;
    if (state === created) current.checks?.begun(this);
    else if (state < closed) this._abandon(undefined, state === woken);
    return { value, done: true };
  }

  override _isOver(): boolean {
    return this._state >= closed;
  }

  done(): boolean {
    return this._state > pending;
  }

  cancel(message?: unknown): boolean {
    if (this._state !== pending) return false;
    this._state = cancelled;
    this._value = message;
    this._task?._wakeFrom(this);
    return true;
  }

  /** Lets the task continue; the wait must be pending. */
  _wake(): void {
    this._state = woken;
    const task = this._task;
    // Without an observer this is all that `_wakeFrom` does. Written here, it saves two calls a wait.
    if (task === null || task._loop._recorder !== null) this._wakeSlowly();
    else if (task._waiter === this) task._loop._ready.push(task);
  }

  /** The same when no task waits, or when a recorder has to know. */
  _wakeSlowly(): void {
    this._task?._wakeFrom(this);
  }

  _park(): IteratorResult<Suspension, T> {
    const { task } = current;
    if (task === null) suspended._outside = this;
    else {
      if (task._waiter !== null) task._letGo();
      task._waiter = this;
    }
    this._state = pending;
    this._task = task;
    return suspended;
  }

  _finish(): IteratorResult<Suspension, T> {
    return { value: this._value as T, done: true };
  }

  _takesCancel(): boolean {
    return this._state === pending;
  }

  _endedCancelled(): boolean {
    return this._state === cancelled;
  }

  _error(): unknown {
    return this._state === cancelled ? new CancelledError(this._value) : undefined;
  }

  _drop(task: TaskContract): void {
    if (this._task === task) this._task = null;
  }
}
