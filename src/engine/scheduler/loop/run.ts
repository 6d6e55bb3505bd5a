/*
 * `run` is `asyncio.run`: a new loop, the main task, then the shutdown that asyncio goes through after every program, failed or
 * not: the remaining tasks are canceled in creation order and waited for, async generators are closed, and callbacks that are still
 * scheduled get the four iterations that this takes in asyncio.
 *
 * A limit (`maxIterations`, `maxEvents`) stops the program at once instead: no more of its code runs.
 */
import type { AwaitableLike } from '../tasks/coroutine.ts';
import { current } from './current.ts';
import { type CoroutineWatcher, DebugChecks } from './debug-checks.ts';
import { DeadlockError } from '../observe/deadlock.ts';
import { toCoroutine } from '../tasks/ensure-future.ts';
import { EventLimitError, IterationLimitError, RuntimeError } from '../errors.ts';
import { EventLoop, type ExceptionHandler } from './event-loop.ts';
import { unretrieved, type Future } from '../tasks/future.ts';
import { gatherOn, isMadeByGather } from '../tasks/gather.ts';
import type { Observer } from '../observe/observer.ts';
import { Recorder } from '../observe/recorder.ts';
import { Task } from '../tasks/task.ts';

/** Options of `run`. */
export type RunOptions = {
  /** Gets a record of every scheduling decision. */
  readonly observer?: Observer | undefined;
  /** The `seq` of the first record, for a run whose records continue a sequence; 0 if not given. */
  readonly firstSeq?: number | undefined;
  /**
   * The loop of a run that has ended, for a program that runs several: as in one Python process, the clock, the iterations and the
   * numbers of tasks continue from there. If not given, the run begins at 0.
   */
  readonly continues?: EventLoop | undefined;
  /** The program is stopped with an IterationLimitError after this many iterations of the loop. */
  readonly maxIterations?: number | undefined;
  /** The program is stopped with an EventLimitError after this many records. Applies only with an observer. */
  readonly maxEvents?: number | undefined;
  /** Handles errors that nobody can catch; see `EventLoop.setExceptionHandler`. They go to `console.error` if not given. */
  readonly exceptionHandler?: ExceptionHandler | undefined;
  /**
   * Called where requests from outside the program come in: before each callback and step of an iteration, and after the last,
   * while nothing runs. It takes effect at that moment: a task that it cancels is canceled before the next callback runs.
   */
  readonly between?: ((loop: EventLoop) => void) | undefined;
  /** Looks for coroutines that nobody awaits (reported at the end) and for coroutines given to two tasks (refused). */
  readonly debug?: boolean | undefined;
  /** Gets every coroutine object that is made and awaited in the run. Not used with `debug`, which has its own checks. */
  readonly coroutineWatcher?: CoroutineWatcher | undefined;
};

/**
 * Runs a coroutine, and every task it makes, to the end in virtual time; returns its result synchronously.
 *
 * @throws what the coroutine throws; DeadlockError; a limit's error; RuntimeError inside another run.
 * @see asyncio.runners.run
 */
export function run<T>(main: AwaitableLike<T>, options: RunOptions = {}): T {
  const loop = startLoop('run', options);
  const life = lifeOfRun(loop, main);
  let phase = life.next();
  while (phase.done !== true) {
    try {
      loop.runUntilComplete(phase.value);
    } catch (error) {
      phase = life.throw(error);
      continue;
    }
    phase = life.next();
  }
  return phase.value;
}

/** @internal A loop for a run. */
export function startLoop(name: string, options: RunOptions): EventLoop {
  if (current.loop !== null) throw new RuntimeError(`${name}() cannot be called from a running event loop`);
  const loop = new EventLoop();
  const { continues, observer, firstSeq = 0, maxEvents = Infinity } = options;
  if (continues !== undefined) {
    loop._now = continues._now;
    loop._iteration = continues._iteration;
    loop._futureCount = continues._futureCount;
    loop._taskCount = continues._taskCount;
    loop._unnamedTasks = continues._unnamedTasks;
  }
  loop._maxIterations = options.maxIterations ?? Infinity;
  loop._exceptionHandler = options.exceptionHandler ?? null;
  loop._between = options.between ?? null;
  loop._checks = options.debug === true ? new DebugChecks() : (options.coroutineWatcher ?? null);
  if (observer !== undefined)
    loop._recorder = new Recorder(loop, observer, firstSeq, maxEvents, continues?._pastRecorder);
  return loop;
}

/**
 * @internal The phases of a run: yields each future that the loop must complete, gets the error if that fails, and returns main's
 * result.
 */
export function* lifeOfRun<T>(loop: EventLoop, main: AwaitableLike<T>): Generator<Future, T, unknown> {
  const task = loop.createTask(toCoroutine(main));
  let failure: unknown;
  try {
    yield task;
    return task.result();
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    try {
      if (!isLimit(failure)) yield* shutDown(loop);
    } catch (error) {
      // A deadlocked program may be deadlocked again during its shutdown, if it cannot be canceled. The first deadlock counts.
      if (!(failure instanceof DeadlockError && error instanceof DeadlockError)) throw error;
    } finally {
      // Written only if it changes: V8 compiles a field that no loop has ever written twice into the code as what it is.
      if (loop._recorder !== null) {
        loop._pastRecorder = loop._recorder;
        loop._recorder = null;
      }
      // Not `close`: at a limit, threads do not end.
      loop._closed = true;
    }
  }
}

function isLimit(error: unknown): boolean {
  return error instanceof IterationLimitError || error instanceof EventLimitError;
}

function* shutDown(loop: EventLoop): Generator<Future, void, unknown> {
  const left = loop._tasks();
  try {
    cancelAll(loop, left);
    if (left.length > 0) yield gatherOn(loop, [...left], true);
    for (const task of left) {
      if (task.cancelled()) continue;
      const exception = task.exception();
      if (exception === null) continue;
      loop.callExceptionHandler({ message: 'unhandled exception during shutdown of the run', exception, task });
    }
    // Each is a task, as in asyncio, but not one of the program's. While the first runs, threads may begin.
    yield new Task(loop._closeGenerators(), loop, undefined, true);
    yield new Task(loop._closeThreads(), loop, undefined, true);
  } catch (error) {
    if (!isLimit(error)) end(loop);
    throw error;
  }
  end(loop);
}

function cancelAll({ _recorder: recorder }: EventLoop, left: readonly Task[]): void {
  if (recorder !== null) recorder._isEnding = true;
  for (const task of left) {
    try {
      task.cancel();
    } catch (error) {
      // Tasks that wait for one another in a circle cannot be canceled.
      if (!(error instanceof RuntimeError)) throw error;
    }
  }
  if (recorder !== null) recorder._isEnding = false;
}

/**
 * Closes the loop and reports what is left: tasks that failed and were never retrieved, or that still wait for something, then futures;
 * in creation order.
 */
function end(loop: EventLoop): void {
  loop.close();
  const pending = loop._tasks().filter((task) => task._id > 0 && !isMadeByGather(task));
  const left = [...pending, ...loop._failed.filter((future) => future._state === unretrieved)];
  left.sort((a, b) => a._id - b._id);
  for (const task of left) if (task instanceof Task) report(loop, task, 'Task', { id: task._id });
  for (const future of left) if (!(future instanceof Task)) report(loop, future, 'Future', { future: future._id });
  for (const name of loop._checks?.neverAwaited?.() ?? []) {
    loop.callExceptionHandler({ message: `coroutine '${name}' was never awaited` });
  }
}

function report(loop: EventLoop, future: Future, kind: string, id: { id: number } | { future: number }): void {
  const isPending = !future.done();
  const message = isPending ? 'Task was destroyed but it is pending!' : `${kind} exception was never retrieved`;
  const exception = isPending ? new RuntimeError(message) : future.exception();
  loop._recorder?.add({ kind: 'unretrieved', ...id, error: exception }, future._seq);
  loop.callExceptionHandler({ message, exception, future });
}
