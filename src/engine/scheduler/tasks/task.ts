/*
 * A coroutine that the loop drives. While it is not done it is in one of three states, as CPython's `Task` says of itself:
 *
 *   1  waiting    `_waiter` is set and not done: no step is scheduled, the waiter will schedule one
 *   2  ready      `_waiter` is null or done, and one step is on the ready queue
 *   3  running    the step runs; `_waiter` is null until the coroutine suspends on something
 *
 * A cancellation goes to the waiter if that still takes it. Else `_mustCancel` is set, and `_message` is thrown at the next step, or given
 * to the next thing that the coroutine suspends on. The message stays afterwards, as in asyncio.
 *
 * A long file, because all of it is methods of one public class, and the short ones are short for V8.
 */
import {
  generatorNext as importedGeneratorNext,
  hasCoroutineMethods,
  isGenerator,
  type Coroutine,
  type CoroutineLike,
  type Suspension,
} from './coroutine.ts';
// By their public names, as in `future.ts`.
import type { LoopContract as EventLoop, TaskContract, TaskOptions, Waiter } from '../loop/contracts.ts';
import { entered, type ContextContract } from '../context/holder.ts';
import { contextHolder, current as importedCurrent, runningLoop as getRunningLoop } from '../loop/current.ts';
import { callHint, nameValue, toText } from '../name-value.ts';
import { CancelledError, RuntimeError } from '../errors.ts';
import { Future, pending } from './future.ts';
import type { Stop } from '../loop/ready-queue.ts';
import type { WaitTarget } from '../observe/observer.ts';
import { oneTurn as importedOneTurn, suspended as importedSuspended } from './suspended.ts';

// Constants of this module, not imports: see `current.ts`.
const current = importedCurrent;
const generatorNext = importedGeneratorNext;
const oneTurn = importedOneTurn;
const suspended = importedSuspended;

/**
 * asyncio's Task: a running coroutine, and the future of its result. Made by `createTask`.
 *
 * @see asyncio.tasks.Task
 */
export class Task<T = unknown> extends Future<T> implements TaskContract<T> {
  declare readonly _coroutine: Coroutine<T>;
  /** Whether the coroutine is a generator, so that the prototype's `next` can be called directly. */
  declare readonly _isGenerator: boolean;
  /** The name, or the N of `Task-N`. */
  declare _taskName: string | number;
  declare _waiter: Waiter | null;
  declare _cancelRequests: number;
  declare _mustCancel: boolean;
  declare _context: ContextContract | null;
  /** Neighbors in the loop's list of tasks, which is in creation order. */
  declare _previous: Task | null;
  declare _next: Task | null;

  /**
   * `hidden` tasks belong to the shutdown of a run and are not recorded.
   *
   * @throws TypeError if `coroutine` is not a coroutine object.
   */
  constructor(coroutine: CoroutineLike<T>, loop: EventLoop = getRunningLoop(), options?: TaskOptions, hidden = false) {
    super(loop);
    this._isGenerator = isGenerator(coroutine);
    current.checks?.driven?.(coroutine);
    this._coroutine = this._isGenerator ? (coroutine as Coroutine<T>) : takeCoroutine(coroutine);
    this._id = hidden ? 0 : ++loop._taskCount;
    this._taskName = options?.name === undefined ? ++loop._unnamedTasks : toText(options.name);
    this._waiter = null;
    this._cancelRequests = 0;
    this._mustCancel = false;
    this._context = loop._contextFor(options?.context);
    this._previous = this._next = null;
    const eager = options?.eagerStart === true && loop.isRunning();
    if (eager) this._context?._checkFree();
    loop._recorder?._taskCreated(this, eager);
    if (eager) this._startEagerly();
    else {
      loop._link(this);
      loop._ready.push(this);
    }
  }

  /** The name given to it, or `Task-N`, where N counts the tasks of the run that were given none. */
  getName(): string {
    return typeof this._taskName === 'number' ? `Task-${this._taskName}` : this._taskName;
  }

  /** Gives it another name, in records, errors and call graphs. */
  setName(name: string): void {
    this._taskName = toText(name);
  }

  /** The coroutine object that the task drives. */
  getCoro(): Coroutine<T> {
    return this._coroutine;
  }

  /**
   * Asks the task to stop: a CancelledError with the message is thrown at its suspension point, where the task may clean up, or
   * refuse. Returns whether the task was not done.
   */
  override cancel(message?: unknown): boolean {
    if (this._state !== pending) return super.cancel(message);
    this._cancelRequests++;
    const waiter = this._waiter;
    const recorder = this._loop._recorder;
    const before = recorder?.cause ?? null;
    if (recorder !== null) {
      recorder.cause = recorder.add({
        kind: 'cancel-requested',
        id: this._id,
        count: this._cancelRequests,
        ...(message == null ? {} : { message }),
        delivery: waiter?._takesCancel() === true ? 'waiter' : 'next-step',
        ...(recorder._isEnding && before === null ? { atEnd: true } : {}),
      });
    }
    try {
      if (waiter !== null && this._passOn(waiter, message)) return true;
    } finally {
      if (recorder !== null) recorder.cause = before;
    }
    // The step is scheduled already, or running.
    this._message = message;
    return (this._mustCancel = true);
  }

  /** A request to cancel goes to what the task waits for; it may come back, if that waits for the task. */
  _passOn(waiter: Waiter, message: unknown): boolean {
    if (!(waiter instanceof Future)) return waiter.cancel(message);
    const { cancelling } = current;
    if (cancelling.has(this)) {
      throw new RuntimeError(
        `Expected to cancel something that can be reached, but got ${this.getName()}, which waits for itself by way of others.`,
      );
    }
    cancelling.add(this);
    try {
      return waiter.cancel(message);
    } finally {
      cancelling.delete(this);
    }
  }

  /** How many requests to cancel there were, minus those taken back. */
  cancelling(): number {
    return this._cancelRequests;
  }

  /** Takes one request to cancel back; returns how many are left. If none is left, a cancellation not yet delivered is dropped. */
  uncancel(): number {
    if (this._cancelRequests > 0) {
      this._cancelRequests--;
      if (this._cancelRequests === 0) this._mustCancel = false;
      this._loop._recorder?.add({ kind: 'cancel-withdrawn', id: this._id, count: this._cancelRequests });
    }
    return this._cancelRequests;
  }

  /** Fails. @throws RuntimeError always: a task's result comes from its coroutine. */
  override setResult(_result: T): never {
    throw new RuntimeError('Task does not support set_result operation');
  }

  /** Fails. @throws RuntimeError always: a task's exception comes from its coroutine. */
  override setException(_exception: unknown): never {
    throw new RuntimeError('Task does not support set_exception operation');
  }

  /**
   * @internal One step: resumes the coroutine, or throws `thrown` into it, and deals with how it stops. A task that is done has
   * no step on the ready queue.
   *
   * Nothing runs more often than this method and `_resume`. V8 inlines both into the loop, with `push`, only while they are
   * short. So everything that is rare (cancellation, a recorder, errors, the end) is in a method of its own.
   */
  _step(thrown?: unknown): Stop | undefined {
    const loop = this._loop;
    for (let error = thrown; ; error = undefined) {
      if (this._mustCancel) error = this._takeCancellation(error);
      loop._recorder?._stepBegins(this, error ?? this._waiter?._error());
      this._waiter = null;
      const stopped = this._resume(error);
      if (stopped !== oneTurn || (this._waiter as Waiter | null) !== null) return stopped;
      // It gave way for a turn. If nothing else is ready, that turn is its own: the next iteration begins here.
      if (!loop._ready._isEmpty() || loop._iteration >= loop._lastOfRow) break;
      loop._iteration++;
    }
    this._takeTurn();
    return undefined;
  }

  /** The error of a cancellation that is delivered now. */
  _takeCancellation(thrown: unknown): unknown {
    this._mustCancel = false;
    // What was waited for may have ended with a CancelledError itself; then that one goes in, when the wait is resumed.
    return this._waiter?._endedCancelled() === true ? thrown : new CancelledError(this._message);
  }

  /** Gives how the coroutine stopped, unless it waits or raised: then all is done. */
  _resume(error: unknown): Stop | undefined {
    let result: IteratorResult<Suspension, T>;
    try {
      if (error !== undefined) result = this._coroutine.throw(error);
      else if (this._isGenerator) result = generatorNext.call(this._coroutine as never, undefined) as typeof result;
      else result = this._coroutine.next();
    } catch (raised) {
      this._fail(raised);
      return undefined;
    }
    const waiter = this._waiter;
    if (result !== suspended || waiter === null) return result;
    if (this._mustCancel || this._loop._recorder !== null) this._wait(waiter);
    return undefined;
  }

  _wait(waiter: Waiter): void {
    this._loop._recorder?._taskWaits(this, waiter._target());
    if (this._mustCancel && waiter.cancel(this._message)) this._mustCancel = false;
  }

  _takeTurn(): void {
    this._recordTurn('sleep(0)');
    this._loop._ready.push(this);
  }

  _recordTurn(label: string): void {
    const recorder = this._loop._recorder;
    if (recorder === null) return;
    recorder.cause = recorder._taskWaits(this, { what: 'tick', label });
    recorder._taskReady(this);
  }

  /** @internal The less common ways to stop: the end, a bare `yield`, a future passed on by hand, and everything that is wrong. */
  _stopOtherwise(result: Stop | undefined): void {
    if (result === undefined) return;
    if (result.done === true) {
      this._letGo();
      this._loop._unlink(this);
      // Cancelled right before the coroutine ended.
      if (this._mustCancel) this._setCancelled(this._message, undefined);
      else this._setResult(result.value as T);
      return;
    }
    const { value } = result;
    const waiter = this._waiter;
    if (waiter !== null && waiter === value) {
      this._wait(waiter);
      return;
    }
    this._letGo();
    if ((value as unknown) == null) this._takeTurn();
    else this._refuse(value, result === suspended);
  }

  /** @internal Something was waited for by hand in this step and then left. */
  _letGo(): void {
    this._waiter?._drop(this);
    this._waiter = null;
  }

  /** A bad yield is answered in the next iteration, by throwing into the coroutine. */
  _refuse(value: unknown, awaited: boolean): void {
    const task = this.getName();
    const message =
      value === this
        ? `Task cannot await on itself: ${task}`
        : value instanceof Future && value._loop !== this._loop
          ? `Task ${task} got Future ${value._label()} attached to a different loop`
          : value instanceof Future && !awaited
            ? `yield was used instead of yield* in task ${task} with ${value._describe()}`
            : hasCoroutineMethods(value)
              ? `yield was used instead of yield* for ${nameValue(value)} in task ${task}`
              : `Task got bad yield: ${nameValue(value)}`;
    this._recordTurn('bad yield');
    this._loop._ready.call(this, new RuntimeError(message));
  }

  _fail(raised: unknown): void {
    this._letGo();
    this._loop._unlink(this);
    if (raised instanceof CancelledError) this._setCancelled(undefined, raised);
    else {
      this._setException(raised ?? new RuntimeError(`Expected an error to be thrown, but got ${String(raised)}.`));
    }
  }

  _startEagerly(): void {
    const loop = this._loop;
    const { task: before } = current;
    const { _inside: inside, _covered: covered } = entered;
    const recorder = loop._recorder;
    const cause = recorder?.cause ?? null;
    loop._startingTasks.push(this);
    entered._covered = { _holder: contextHolder(), _before: covered };
    entered._inside = current.task = this;
    recorder?._stepBegins(this, undefined);
    try {
      this._stopOtherwise(this._resume(undefined));
    } finally {
      entered._covered = covered;
      entered._inside = inside;
      current.task = before;
      if (recorder !== null) recorder.cause = cause;
      loop._startingTasks.pop();
      if (this._state === pending) loop._link(this);
    }
  }

  /** @internal A step that throws an error into the coroutine instead of resuming it. */
  _run(error: unknown): void {
    current.task = this;
    this._stopOtherwise(this._step(error));
  }

  /** @internal The waiter is done. */
  _wakeFrom(waiter: Waiter): void {
    if (this._waiter !== waiter) return;
    this._loop._recorder?._taskReady(this);
    this._loop._ready.push(this);
  }

  /** @internal */
  get _awaiter(): this {
    return this;
  }

  /** @internal */
  override _label(): string {
    return this.getName();
  }

  /** @internal Tasks are counted apart. */
  override _number(): void {}

  /** @internal */
  override _recordEnd(): void {
    if (this._id !== 0) this._recordOutcome({ kind: 'task-ended', id: this._id }, 'returned', 'raised');
  }

  /** @internal */
  override _target(): WaitTarget {
    return { what: 'task', id: this._id, label: this.getName() };
  }
}

/** A coroutine object that is a function of its own arguments only: `coroutine` itself, unless it is shared. */
function takeCoroutine<T>(coroutine: CoroutineLike<T>): Coroutine<T> {
  if (!hasCoroutineMethods(coroutine) || coroutine instanceof Future) {
    throw new TypeError(`Expected a coroutine object, but got ${nameValue(coroutine)}.${callHint(coroutine)}`);
  }
  return '_fresh' in coroutine ? (coroutine._fresh as () => Coroutine<T>)() : coroutine;
}
