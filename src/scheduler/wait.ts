/*
 * One wait of one task: what `lock.acquire()`, `event.wait()`, `sleep(1)` … return.
 *
 * It is coroutine, iterator, future and list node in one object, because a wait is the commonest thing a loop makes:
 *
 *   created ──next──▶ pending ──_wake──▶ woken ──────next──▶ closed   (`_resume` takes what was waited for)
 *      │                  └──cancel──▶ cancelled ────next──▶ closed   (`_abandon` cleans up, CancelledError is thrown)
 *      └──next, nothing to wait for──────────────────────▶ closed   (`_begin` takes it)
 *
 * `throw` closes it from every state: a cancellation that found the wait already woken comes in that way.
 * The task is put on the ready queue by `_wake` and `cancel`, and learns the outcome when it resumes the wait: asyncio's future
 * with one waiter, without the future.
 */
import { suspended, type AwaitableCoroutine, type Pending, type Suspension } from './coroutine.ts';
import { current } from './current.ts';
import { CancelledError, RuntimeError } from './errors.ts';
import type { WaitTarget } from './observer.ts';
import type { Task } from './task.ts';

const created = 0;
const pending = 1;
const woken = 2;
const cancelled = 3;
const closed = 4;

/** @internal What a task holds on to while it is suspended. */
export interface Waiter extends Pending {
  /** Whether `cancel` would be taken now. */
  _takesCancel(): boolean;
  /** Whether what was waited for ended with a CancelledError, which is then what the task gets. Its outcome counts as seen. */
  _endedCancelled(): boolean;
  /** The error that the task is about to get from it; for records. */
  _error(): unknown;
  /** Lets go of a task that did not suspend on it after all. */
  _drop(task: Task<unknown>): void;
  _target(): WaitTarget;
}

/** @internal */
export abstract class Wait<T> implements AwaitableCoroutine<T>, Waiter {
  declare _state: number;
  declare _task: Task<unknown> | null;
  /** What the wait gives in the end; once it is cancelled, the message of that. */
  declare _value: unknown;

  constructor(value: T) {
    this._state = created;
    this._task = null;
    this._value = value;
  }

  /** Begins: `this._finish()` if there is nothing to wait for, `this._park()` else. */
  abstract _begin(): IteratorResult<Suspension, T>;
  /** The wait was woken: take what was waited for and `_finish`, or `_park` again. */
  abstract _resume(): IteratorResult<Suspension, T>;
  /** The wait is given up with `error`, having been woken before or not. */
  abstract _abandon(error: unknown, wasWoken: boolean): void;
  abstract _target(): WaitTarget;

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Suspension, T> {
    const state = this._state;
    if (state === woken || state === created) {
      this._state = closed;
      return state === woken ? this._resume() : this._begin();
    }
    if (state === cancelled) return this.throw(this._cancelledError());
    throw new RuntimeError(
      state === pending ? "await wasn't used with future" : 'cannot reuse already awaited coroutine',
    );
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    const state = this._state;
    if (state === closed) throw new RuntimeError('cannot reuse already awaited coroutine');
    this._state = closed;
    this._task = null;
    if (state !== created) this._abandon(error, state === woken);
    throw error;
  }

  return(value: T): IteratorResult<Suspension, T> {
    const state = this._state;
    this._state = closed;
    this._task = null;
    if (state !== created && state !== closed) this._abandon(undefined, state === woken);
    return { value, done: true };
  }

  then(): never {
    return notAPromise();
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

  _isPending(): boolean {
    return this._state === pending;
  }

  _isCancelled(): boolean {
    return this._state === cancelled;
  }

  /** Lets the task go on; the wait must be pending. */
  _wake(): void {
    this._state = woken;
    this._task?._wakeFrom(this);
  }

  _park(): IteratorResult<Suspension, T> {
    const { task } = current;
    this._state = pending;
    this._task = task;
    if (task !== null) {
      if (task._waiter !== null) task._letGo();
      task._waiter = this;
    } else suspended.outside = this;
    return suspended;
  }

  _finish(): IteratorResult<Suspension, T> {
    return { value: this._value as T, done: true };
  }

  _cancelledError(): CancelledError {
    return new CancelledError(this._value);
  }

  _takesCancel(): boolean {
    return this._state === pending;
  }

  _endedCancelled(): boolean {
    return this._state === cancelled;
  }

  _error(): unknown {
    return this._state === cancelled ? this._cancelledError() : undefined;
  }

  _drop(_task: Task<unknown>): void {
    this._task = null;
  }
}

/** @internal What `then` does on everything of this package that is awaitable: a native `await` got hold of it. */
export function notAPromise(): never {
  throw new TypeError(
    'Expected to be awaited by this event loop, but got awaited by native async code. Awaitables of @yieldpoint/scheduler are not ' +
      "promises: write a generator and yield*, or compile async functions with TypeScript's target ES2015 and the helpers of " +
      '@yieldpoint/scheduler/lowering.',
  );
}
