/*
 * A value that is not there yet. One of three states:
 *
 *   pending ──setResult──▶ finished with a result
 *      ├──setException───▶ finished with an exception (retrieved, or not yet)
 *      └──cancel─────────▶ cancelled
 *
 * A waiter is a callback: tasks, functions, and the package's own objects share one list, and when the state changes each
 * goes to the end of the ready queue, in the order in which they came. Nothing is ever called from within `setResult`.
 *
 * A long file, because all of it is methods of one public class that share its fields.
 */
import type { Awaitable, SuspendingIterator, Suspension } from './coroutine.ts';
import { notAPromise } from './coroutine-object.ts';
// By their public names: in the reference and in the published types these stand for the class and for the function of programs.
import { Handle } from '../loop/handle.ts';
import type {
  Callback,
  CallbackOptions,
  ForeignDetail,
  FutureContract,
  LoopContract as EventLoop,
  RecorderContract,
  TaskContract,
} from '../loop/contracts.ts';
import { current, runningLoop as getRunningLoop } from '../loop/current.ts';
import { nameValue } from '../name-value.ts';
import { CancelledError, InvalidStateError, notResumedByTheLoop } from '../errors.ts';
import type { WaitTarget } from '../observe/observer.ts';
import { suspended } from './suspended.ts';

/** @internal */
export const pending = 0;
const finished = 1;
/** @internal Failed, and someone has seen the exception. */
const failed = 2;
/** @internal Failed, and nobody has seen the exception yet. */
export const unretrieved = 3;
/** @internal */
const cancelled = 4;

/**
 * asyncio's Future: a result that is set later, and that tasks wait for with `yield*` or `await`.
 *
 * @see asyncio.futures.Future
 */
export class Future<T = unknown> implements Awaitable<T>, FutureContract<T> {
  declare readonly _loop: EventLoop;
  declare _state: number;
  /** The result, the exception, or the CancelledError to raise once (asyncio's `_cancelled_exc`). */
  declare _value: unknown;
  /** Message of the latest cancellation. */
  declare _message: unknown;
  declare _callbacks: Callback | Callback[] | undefined;
  declare _id: number;
  /** For records: what made this done; for a task, what made it ready. */
  declare _seq: number;

  /** Makes a pending future of the given loop, or of the running one. @throws RuntimeError without a loop outside of a run. */
  constructor(loop: EventLoop = getRunningLoop()) {
    this._loop = loop;
    this._state = finished;
    this._value = undefined;
    this._message = undefined;
    this._callbacks = undefined;
    this._id = 0;
    this._seq = -1;
    // Written twice: V8 takes a field that no object has ever written twice for a constant, and discards code when the first task ends.
    this._state = pending;
    this._number();
  }

  /** The loop this future belongs to. */
  getLoop(): EventLoop {
    return this._loop;
  }

  /** Whether there is a result or an exception, or the future was cancelled. */
  done(): boolean {
    return this._state !== pending;
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this._state === cancelled;
  }

  /**
   * The result, if there is one.
   *
   * @throws the exception it failed with; CancelledError if it was cancelled; InvalidStateError if it is pending.
   */
  result(): T {
    if (this._state === finished) return this._value as T;
    throw this._takeError('Result is not ready.');
  }

  /**
   * The exception it failed with, null if it did not fail.
   *
   * @throws CancelledError if it was cancelled; InvalidStateError if it is pending.
   */
  exception(): unknown {
    return this._state === finished ? null : this._takeError('Exception is not set.');
  }

  /** @internal The exception, which counts as seen from here on. @throws CancelledError if it was cancelled; InvalidStateError if it is pending. */
  _takeError(otherwise: string): unknown {
    if (this._state === pending) throw new InvalidStateError(otherwise);
    if (this._state === cancelled) throw this._takeCancelledError();
    this._state = failed;
    return this._value;
  }

  /** Finishes it: the waiter gets the result. @throws InvalidStateError if it is done. */
  setResult(result: T): void {
    this._checkPending();
    this._setResult(result);
  }

  /**
   * Fails it: the exception is raised in the waiter.
   *
   * @throws InvalidStateError if it is done.
   * @throws TypeError for null and undefined, which could not be told from "no exception".
   */
  setException(exception: unknown): void {
    if (exception === undefined || exception === null) {
      throw new TypeError(`Expected an error, but got ${nameValue(exception)}.`);
    }
    this._checkPending();
    this._setException(exception);
  }

  /** Cancels it if it is pending; returns whether it was. Tasks that wait for it get a CancelledError with the message. */
  cancel(message?: unknown): boolean {
    if (this._state === unretrieved) this._state = failed;
    if (this._state !== pending) return false;
    this._setCancelled(message, undefined);
    return true;
  }

  /**
   * Schedules `callback(future)` for when it is done, or for the next iteration if it already is. The callback runs in the given
   * context, or in a copy of the current one.
   *
   * @throws TypeError if it is not a function.
   */
  addDoneCallback(callback: (future: this) => unknown, options?: CallbackOptions): void {
    this._addCallback(new Handle(this._loop, { callback, ...options }, [this]));
  }

  /** Removes every registration of `callback`; returns how many there were. */
  removeDoneCallback(callback: (future: this) => unknown): number {
    return this._removeCallbacks((each) => each instanceof Handle && each._callback === callback);
  }

  /** For `yield*`: suspends until it is done, then returns its result. @throws what `result` throws. */
  [Symbol.iterator](): SuspendingIterator<T> {
    current.begun = this;
    return this;
  }

  /** Fails: futures are not promises. It is here so that `await` has the right type in lowered async functions. */
  then<A = T, B = never>(
    _fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    _rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    return notAPromise();
  }

  /** @internal */
  next(): IteratorResult<Suspension, T> {
    if (this._state !== pending) return { value: this.result(), done: true };
    if (current.begun !== this) throw notResumedByTheLoop();
    current.begun = null;
    const { task } = current;
    if (task !== null && task._waiter !== null) task._letGo();
    // A task that must not wait here finds out from what it yields, as in asyncio.
    if (task === null || task._loop !== this._loop || (task as unknown) === this) suspended._outside = this;
    else {
      task._waiter = this;
      this._append(task);
    }
    return suspended;
  }

  /** @internal */
  throw(error: unknown): never {
    throw error;
  }

  /** @internal */
  return(value: T): IteratorResult<Suspension, T> {
    return { value, done: true };
  }

  /** @internal */
  _checkPending(): void {
    if (this._state !== pending) {
      throw new InvalidStateError(`Expected a pending future, but got ${this._describe()}.`);
    }
  }

  /** @internal */
  _setResult(result: T): void {
    this._end(finished, result);
  }

  /** @internal */
  _setException(error: unknown): void {
    this._loop._failed.push(this);
    this._end(unretrieved, error);
  }

  /** @internal `error` is the CancelledError that the first one to ask gets. */
  _setCancelled(message: unknown, error: CancelledError | undefined): void {
    this._message = message;
    this._end(cancelled, error);
  }

  /** @internal */
  _end(state: number, value: unknown): void {
    this._state = state;
    this._value = value;
    if (this._loop._recorder !== null) this._recordEnd();
    this._notifyAll();
  }

  /** @internal */
  _takeCancelledError(): CancelledError {
    const error = this._state === cancelled ? (this._value as CancelledError | undefined) : undefined;
    if (error === undefined) return new CancelledError(this._message);
    this._value = undefined;
    return error;
  }

  /** @internal Adds to the callbacks, or schedules at once if the future is done. */
  _addCallback(callback: Callback): void {
    if (this._state === pending) this._append(callback);
    else this._loop._notify(callback, this);
  }

  /** @internal */
  _append(callback: Callback): void {
    const callbacks = this._callbacks;
    if (callbacks === undefined) this._callbacks = callback;
    else if (Array.isArray(callbacks)) callbacks.push(callback);
    else this._callbacks = [callbacks, callback];
  }

  /** @internal */
  _removeCallbacks(matches: (callback: Callback) => boolean): number {
    const callbacks = this._callbackList();
    const rest = callbacks.filter((callback) => !matches(callback));
    this._callbacks = rest.length === 0 ? undefined : rest;
    return callbacks.length - rest.length;
  }

  /** @internal */
  _callbackList(): readonly Callback[] {
    const callbacks = this._callbacks;
    return callbacks === undefined ? [] : Array.isArray(callbacks) ? callbacks : [callbacks];
  }

  /** @internal */
  _notifyAll(): void {
    const callbacks = this._callbacks;
    if (callbacks === undefined) return;
    this._callbacks = undefined;
    const recorder = this._loop._recorder;
    const before = recorder?.cause ?? null;
    if (recorder !== null && this._seq >= 0) recorder.cause = this._seq;
    if (Array.isArray(callbacks)) for (const callback of callbacks) this._loop._notify(callback, this);
    else this._loop._notify(callbacks, this);
    if (recorder !== null) recorder.cause = before;
  }

  /** @internal */
  _drop(task: TaskContract): void {
    this._removeCallbacks((callback) => callback === (task as unknown));
  }

  /** @internal */
  _takesCancel(): boolean {
    return this._state === pending;
  }

  /** @internal */
  _endedCancelled(): boolean {
    if (this._state === unretrieved) this._state = failed;
    return this._state === cancelled || (this._state === failed && this._value instanceof CancelledError);
  }

  /** @internal */
  _error(): unknown {
    if (this._state === cancelled) return this._value ?? new CancelledError(this._message);
    return this._state === failed || this._state === unretrieved ? this._value : undefined;
  }

  /** @internal */
  _number(): void {
    this._id = ++this._loop._futureCount;
    this._loop._recorder?.add({ kind: 'future-created', future: this._id, label: this._label() });
  }

  /** @internal */
  _recordEnd(): void {
    this._recordOutcome({ kind: 'future-resolved', future: this._id }, 'result', 'exception');
  }

  /** @internal */
  _recordOutcome(detail: ForeignDetail, result: string, exception: string): void {
    this._seq = (this._loop._recorder as RecorderContract).add(
      this._state === finished
        ? { ...detail, how: result, value: this._value }
        : { ...detail, how: this._state === cancelled ? 'cancelled' : exception, error: this._error() },
    );
  }

  /** @internal */
  _label(): string {
    return 'Future';
  }

  /** @internal */
  _describe(): string {
    return `a ${this._state === pending ? 'pending' : this._state === cancelled ? 'cancelled' : 'finished'} Future`;
  }

  /** @internal */
  _target(): WaitTarget {
    return { what: 'future', id: this._id, label: this._label() };
  }
}

/**
 * Whether `value` is a future or a task.
 *
 * @see asyncio.futures.isfuture
 */
export function isFuture(value: unknown): value is Future {
  return value instanceof Future;
}
