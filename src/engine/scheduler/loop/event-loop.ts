/*
 * The event loop. One iteration, as CPython's `BaseEventLoop._run_once`:
 *
 *   1  cancelled timers leave the heap
 *   2  if nothing is ready, the clock jumps to the next deadline (real asyncio would sleep); with no deadline either: deadlock
 *   3  every timer due within the clock's resolution goes to the end of the ready queue
 *   4  as many callbacks and steps are run as are ready now; what they schedule waits for the next iteration
 *
 * The clock is virtual: it moves in 2 and nowhere else, and is assigned, never added to.
 * A long file, because all of it is methods of one public class that share its fields.
 */
import { checkSeconds } from './check-seconds.ts';
import type { Callback, ForeignDetail, LoopContract, TaskOptions, ThreadPoolContract } from './contracts.ts';
import { contextHolder, current } from './current.ts';
import { entered, type ContextContract as Context, type Covered } from '../context/holder.ts';
import { DeadlockError } from '../observe/deadlock.ts';
import type { CoroutineWatcher } from './debug-checks.ts';
import { nameValue } from '../name-value.ts';
import { ensureFutureOn } from '../tasks/ensure-future.ts';
import { IterationLimitError, RuntimeError } from '../errors.ts';
import { Future, pending as importedPending } from '../tasks/future.ts';
import { Handle, TimerHandle, type LoopTimer, type ScheduledCallback } from './handle.ts';
import type { Recorder } from '../observe/recorder.ts';
import { ReadyQueue, type Labelled, type Runnable, type Stepping, type Stop } from './ready-queue.ts';
import { Task } from '../tasks/task.ts';
import { clockResolution, timeAfter } from './time-after.ts';
import { TimerHeap } from './timer-heap.ts';
import type { OpenGenerators } from '../iteration/open-generators.ts';
import type { AwaitableCoroutine, Coroutine, CoroutineLike } from '../tasks/coroutine.ts';
import { Routine } from '../tasks/routine.ts';

// A constant of this module, not an import: see `current.ts`.
const pending = importedPending;

/**
 * An error that nobody could catch, in the form that asyncio's handlers get.
 *
 * @see asyncio.base_events.BaseEventLoop.call_exception_handler
 */
export type ExceptionContext = {
  readonly message: string;
  readonly exception?: unknown;
  readonly future?: Future;
  readonly task?: Task;
  readonly [key: string]: unknown;
};

/** What a loop does with a context; see `EventLoop.setExceptionHandler`. */
export type ExceptionHandler = (loop: EventLoop, context: ExceptionContext) => void;

/**
 * asyncio's event loop on a virtual clock. `run` makes one; make your own to drive it callback by callback.
 *
 * @see asyncio.base_events.BaseEventLoop
 */
export class EventLoop implements LoopContract {
  declare readonly _ready: ReadyQueue;
  declare readonly _timers: TimerHeap<LoopTimer>;
  declare _recorder: Recorder | null;
  /** The recorder of a run that is over, for a run that continues it. */
  declare _pastRecorder: Recorder | null;
  declare _checks: CoroutineWatcher | null;
  declare _now: number;
  declare _iteration: number;
  declare _maxIterations: number;
  declare _stopping: boolean;
  declare _running: boolean;
  declare _closed: boolean;
  declare _futureCount: number;
  declare _taskCount: number;
  declare _unnamedTasks: number;
  declare _firstTask: Task | null;
  declare _lastTask: Task | null;
  /** Tasks in their eager first step, innermost last: asyncio lists them after all others. */
  declare readonly _startingTasks: Task[];
  /** Futures and tasks that failed, in the order in which they did. */
  declare _failed: Future[];
  declare _exceptionHandler: ExceptionHandler | null;
  /** null until the first async generator begins. */
  declare _openGenerators: OpenGenerators | null;
  /** Missing until the first call of `toThread`, which brings it along. */
  declare _threads?: ThreadPoolContract;
  /** @internal Whether the run ends, and waits for its threads. */
  declare _refusesThreads: boolean;
  /** See `RunOptions.between`. */
  declare _between: ((loop: EventLoop) => void) | null;
  /** Up to this iteration one may follow another without a look at anything but the ready queue. */
  declare _lastOfRow: number;

  /** A loop that does nothing yet, at time 0. */
  constructor() {
    this._ready = new ReadyQueue();
    this._timers = new TimerHeap();
    this._recorder = this._pastRecorder = null;
    this._checks = null;
    this._now = 0;
    this._iteration = 0;
    this._maxIterations = Infinity;
    this._stopping = this._running = this._closed = this._refusesThreads = false;
    this._futureCount = this._taskCount = this._unnamedTasks = 0;
    this._firstTask = this._lastTask = null;
    this._startingTasks = [];
    this._failed = [];
    this._exceptionHandler = null;
    this._openGenerators = null;
    this._between = null;
    this._lastOfRow = 0;
  }

  /** The loop's clock, in seconds from the start of the run. */
  time(): number {
    return this._now;
  }

  /**
   * Schedules `callback(...args)` for the next iteration, after everything scheduled before.
   *
   * @throws TypeError if it is not a function; RuntimeError if the loop is closed.
   */
  callSoon<A extends unknown[]>(callback: ScheduledCallback<A>, ...args: A): Handle {
    this._checkOpen();
    const handle = new Handle(this, callback, args);
    this._schedule(handle, undefined);
    return handle;
  }

  /**
   * Schedules `callback(...args)` for `delay` seconds from now; with 0, one iteration later than `callSoon` would.
   *
   * @throws RangeError if the delay is not a number.
   */
  callLater<A extends unknown[]>(delay: number, callback: ScheduledCallback<A>, ...args: A): TimerHandle {
    checkSeconds('delay', delay);
    return this.callAt(timeAfter(this._now, delay), callback, ...args);
  }

  /**
   * Schedules `callback(...args)` for the time `when`. Equal deadlines come in order of creation.
   *
   * @throws RangeError if the time is not a number.
   */
  callAt<A extends unknown[]>(when: number, callback: ScheduledCallback<A>, ...args: A): TimerHandle {
    checkSeconds('time', when);
    const handle = new TimerHandle(this, when, callback, args);
    this._setTimer(handle);
    return handle;
  }

  /** A pending future of this loop. */
  createFuture<T>(): Future<T> {
    return new Future<T>(this);
  }

  /**
   * Makes a task of a coroutine object; its first step runs in the next iteration.
   *
   * @throws TypeError if it is not a coroutine object.
   */
  createTask<T>(coroutine: CoroutineLike<T>, options?: TaskOptions): Task<T> {
    this._checkOpen();
    return new Task(coroutine, this, options);
  }

  /**
   * Runs until the future is done, and returns its result. A coroutine becomes a task first.
   *
   * @throws the error of the future; RuntimeError if `stop` was called before it was done, or while a loop runs.
   */
  runUntilComplete<T>(future: Future<T> | CoroutineLike<T>): T {
    this._checkMayRun();
    const awaited = ensureFutureOn(this, future);
    awaited.addDoneCallback(stopWhenDone.run);
    try {
      this.runForever();
    } finally {
      awaited.removeDoneCallback(stopWhenDone.run);
    }
    return resultOfRun(awaited);
  }

  /** Runs until `stop` is called. @throws DeadlockError if nothing is left to do; RuntimeError while a loop runs. */
  runForever(): void {
    this._checkMayRun();
    this._enter();
    try {
      do this._runOnce(this._maxIterations);
      while (!this._stopping);
    } finally {
      this._leave();
      this._stopping = false;
    }
  }

  /** Ends `runForever` after the current iteration, or after the next one. */
  stop(): void {
    this._stopping = true;
    this._lastOfRow = 0;
  }

  /** Whether it is running. */
  isRunning(): boolean {
    return this._running;
  }

  /** Forgets everything scheduled; the loop cannot run again. @throws RuntimeError while it runs. */
  close(): void {
    if (this._running) throw new RuntimeError('Cannot close a running event loop');
    this._closed = true;
  }

  /** Whether it was closed. */
  isClosed(): boolean {
    return this._closed;
  }

  /** Sets the handler of errors that nobody can catch, such as those of callbacks; null restores `console.error`. */
  setExceptionHandler(handler: ExceptionHandler | null): void {
    if (handler !== null && typeof handler !== 'function') {
      throw new TypeError(`Expected a function or null, but got ${nameValue(handler)}.`);
    }
    this._exceptionHandler = handler;
  }

  /** Passes an error that nobody can catch to the exception handler, which runs in the context of the task or callback. */
  callExceptionHandler(context: ExceptionContext): void {
    const { _inside: inside } = entered;
    const { future, task = future } = context;
    if (task instanceof Task) entered._inside = task;
    try {
      (this._exceptionHandler ?? logContext)(this, context);
    } catch (exception) {
      logContext(this, { message: 'Unhandled error in exception handler', exception, context });
    }
    entered._inside = inside;
  }

  /**
   * Puts one of the caller's own records, such as a line of output, into the observer's sequence: with `seq`, iteration, time and
   * task, and caused by the running step or callback. Does nothing without an observer.
   */
  record(detail: ForeignDetail): void {
    this._recorder?.add(detail);
  }

  /** Closes the async generators that have begun and not ended, all at once; `run` does this at the end. */
  shutdownAsyncgens(): AwaitableCoroutine<void> {
    return new Routine('shutdownAsyncgens', this._closeGenerators());
  }

  /** @internal Looks for them when it runs: some may begin in the same iteration. */
  *_closeGenerators(): Coroutine<void> {
    if (this._openGenerators !== null) yield* this._openGenerators.close(this);
  }

  /**
   * @internal Waits for the threads, of which the first may begin right before this does. Without any, too, asyncio takes two iterations
   * over them, in which callbacks still run.
   */
  *_closeThreads(): Coroutine<void> {
    this._refusesThreads = true;
    if (this._threads) yield* this._threads;
  }

  // ---- one iteration ----

  /**
   * @internal Runs an iteration. If its last step waits or gives way, the next one follows in the same call, as long as no timer was set,
   * the clock was not moved, nobody records or stops the loop, and it is not past iteration `last`.
   */
  _runOnce(last = 0): void {
    const { _ready: ready, _timers: timers } = this;
    const head = timers._prune();
    if (ready._isEmpty() && !this._stopping) this._idle(head);
    if (this._iteration === this._maxIterations) throw new IterationLimitError(this._maxIterations);
    this._iteration++;
    this._fireTimers();
    ready._begin();
    this._recorder?._iterationBegins(ready._todo, timers.size - timers.cancelled);
    this._lastOfRow = (this._recorder ?? this._between ?? this._stopping) ? 0 : last;
    while (ready._todo > 0) {
      const first = ready._ring[ready._head] as Stepping | undefined;
      if (first?._state === pending) {
        const stopped = this._runSteps();
        if (stopped !== undefined) (current.task as Task)._stopOtherwise(stopped);
      } else {
        if (this._between !== null) this._pause();
        ready._todo--;
        current.task = null;
        ready.shift();
        (ready.shift() as Runnable)._run(first);
      }
    }
    this._pause();
  }

  /**
   * Runs steps as long as nothing else is due, iteration by iteration. Returns the result of a step that did not just wait or give way.
   *
   * What is rare is done after this has returned. V8 compiles a call that was never made into one that discards the compiled code.
   */
  _runSteps(): Stop | undefined {
    const ready = this._ready;
    for (;;) {
      const task = ready._ring[ready._head] as Stepping | undefined;
      if (task?._state !== pending) return undefined;
      if (this._between !== null) this._pause();
      ready._todo--;
      ready.shift();
      current.task = task as unknown as Task;
      const stopped = task._step();
      if (stopped !== undefined) return stopped;
      if (ready._todo === 0) {
        if (ready.count === 0 || this._iteration >= this._lastOfRow) return undefined;
        this._iteration++;
        ready._begin();
      }
    }
  }

  /** Nothing runs, so that what is done and recorded now is on nobody's account. */
  _pause(): void {
    current.task = null;
    if (this._recorder !== null) this._recorder.cause = null;
    this._between?.(this);
  }

  /** Nothing is ready: time passes. @throws DeadlockError if no timer is set. */
  _idle(head: LoopTimer | undefined): void {
    if (head === undefined || head._when === Infinity) {
      const error = new DeadlockError(this._tasks().filter((task) => task._id > 0));
      this._recorder?.add({
        kind: 'deadlock',
        waiting: error.waiting.map(({ task, on }) => ({ id: task._id, on })),
      });
      throw error;
    }
    const from = this._now;
    if (head._when <= from) return;
    this._now = head._when;
    this._recorder?.add({ kind: 'clock-jumped', from }, head._seq);
  }

  _fireTimers(): void {
    const timers = this._timers;
    const now = this._now;
    const end = now + clockResolution;
    for (let timer = timers.head(); timer !== undefined; timer = timers.head()) {
      const when = timer._when;
      // From 2^23 seconds on, the resolution is lost in the sum; what is due must fire all the same.
      if (when >= end && when > now) break;
      timers.pop();
      if (this._recorder === null) this._ready.call(timer, undefined);
      else this._recorder._timerFired(timer);
    }
  }

  // ---- scheduling ----

  /** @internal The context of what is scheduled now: the one given, else a copy of the current one; null for a copy of an empty one. */
  _contextFor(given: Context | undefined): Context | null {
    return given ?? contextHolder()._context?._inherit() ?? null;
  }

  /** @internal Puts a callback at the end of the ready queue. */
  _schedule(target: Labelled, argument: unknown): void {
    if (this._recorder === null) this._ready.call(target, argument);
    else this._recorder._callbackReady(target, argument);
  }

  /** @internal A future is done: its callback goes to the end of the ready queue. */
  _notify(callback: Callback, future: Future): void {
    if (callback instanceof Task) callback._wakeFrom(future);
    else this._schedule(callback, future);
  }

  /** @internal */
  _setTimer(timer: LoopTimer): void {
    this._checkOpen();
    this._lastOfRow = 0;
    this._timers.push(timer, timer._when);
    const recorder = this._recorder;
    if (recorder === null) return;
    timer._timer = ++recorder.timers;
    timer._seq = recorder.add({ kind: 'timer-set', timer: timer._timer, when: timer._when, label: timer._label() });
  }

  /** @internal */
  _timerCancelled(timer: LoopTimer): void {
    if (!timer._scheduled) return;
    this._timers.cancelled++;
    this._recorder?.add({ kind: 'timer-cancelled', timer: timer._timer });
  }

  // ---- tasks ----

  /** @internal */
  _link(task: Task): void {
    task._previous = this._lastTask;
    if (this._lastTask === null) this._firstTask = task;
    else this._lastTask._next = task;
    this._lastTask = task;
  }

  /** @internal A task that ended in its eager first step was never linked. */
  _unlink(task: Task): void {
    const { _previous: previous, _next: next } = task;
    if (previous === null && this._firstTask !== task) return;
    if (previous === null) this._firstTask = next;
    else previous._next = next;
    if (next === null) this._lastTask = previous;
    else next._previous = previous;
    task._previous = task._next = null;
  }

  /** @internal The tasks that are not done, in creation order. */
  _tasks(): Task[] {
    const tasks: Task[] = [];
    for (let task = this._firstTask; task !== null; task = task._next) tasks.push(task);
    return tasks.concat(this._startingTasks);
  }

  // ---- errors and checks ----

  /** @internal */
  _callbackFailed(label: string, exception: unknown): void {
    const which = label === 'callback' ? 'a callback without a name' : `callback ${label}`;
    this.callExceptionHandler({ message: `Exception in ${which}`, exception });
  }

  /** @internal */
  _observerFailed(exception: unknown): void {
    this._recorder = null;
    this.callExceptionHandler({ message: 'Exception in observer; it gets no more records', exception });
  }

  /** @internal */
  _enter(): void {
    this._running = true;
    current.loop = this;
    current.task = null;
    current.checks = this._checks;
    entered._covered = { _holder: contextHolder(), _before: entered._covered };
    entered._inside = null;
  }

  /** @internal */
  _leave(): void {
    this._running = false;
    current.loop = current.task = current.begun = current.checks = null;
    const covered = entered._covered as Covered;
    entered._inside = covered._holder;
    entered._covered = covered._before;
  }

  /** @internal */
  _checkMayRun(): void {
    this._checkOpen();
    if (this._running) throw new RuntimeError('This event loop is already running');
    if (current.loop !== null) throw new RuntimeError('Cannot run the event loop while another loop is running');
  }

  _checkOpen(): void {
    if (this._closed) throw new RuntimeError('Event loop is closed');
  }
}

/** @internal The callback that ends a run; the name is what records call it. */
export const stopWhenDone = {
  run: (future: Future): void => {
    future._loop.stop();
  },
};

/** @internal */
export function resultOfRun<T>(future: Future<T>): T {
  if (!future.done()) throw new RuntimeError('Event loop stopped before Future completed.');
  return future.result();
}

function logContext(_loop: EventLoop, { message, exception }: ExceptionContext): void {
  if (exception === undefined) console.error(message);
  else console.error(message, exception);
}
