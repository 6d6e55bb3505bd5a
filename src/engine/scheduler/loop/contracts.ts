/*
 * What the parts of the package know of the loop, of futures, tasks and the recorder.
 *
 * No part imports the loop, as in curio: the loop makes tasks, tasks are futures, and every future belongs to a loop, so that
 * the classes would name one another in a circle. The parts are typed by these contracts instead, and the classes implement them.
 * What is imported here must not import this file.
 *
 * `Future.getLoop` hands a loop to the program. So the contracts contain everything that the classes offer to programs, and those
 * internal members (`_name`) that another part uses. Every loop is an `EventLoop` and makes instances of `Task`: a part that
 * returns one to the program says so with `as unknown as Task<T>`.
 */
import type {
  Awaitable,
  AwaitableCoroutine,
  Coroutine,
  CoroutineLike,
  Pending,
  Suspension,
} from '../tasks/coroutine.ts';
// By its public name: in the published types this is replaced by the class.
import type { ContextContract as Context, ContextHolder } from '../context/holder.ts';
import type { Handle, LoopTimer, ScheduledCallback, TimerHandle } from './handle.ts';
import type { Labelled, ReadyQueue } from './ready-queue.ts';
import type { RecordDetail, SyncName, WaitTarget } from '../observe/observer.ts';

/**
 * Options of `createTask`. `eagerStart` runs the first step at once, inside the caller's. Without a `context` the task runs in a
 * copy of the context that is current when it is made.
 */
export type TaskOptions = {
  readonly name?: string | undefined;
  readonly eagerStart?: boolean | undefined;
  readonly context?: Context | undefined;
};

/** Options of `addDoneCallback`. Without a `context` the callback runs in a copy of the current one. */
export type CallbackOptions = { readonly context?: Context | undefined };

/** @internal A record that somebody else makes, such as a line of output. */
export type ForeignDetail = { readonly kind: string; readonly [field: string]: unknown };

/** @internal What a task holds on to while it is suspended. */
export interface Waiter extends Pending {
  /** Whether `cancel` would be accepted now. */
  _takesCancel(): boolean;
  /** Whether the thing waited for ended with a CancelledError, which the task then gets. Its outcome counts as seen. */
  _endedCancelled(): boolean;
  /** The error that the task will get from it; for records. */
  _error(): unknown;
  /** Drops a task that did not suspend on it after all. */
  _drop(task: TaskContract): void;
  _target(): WaitTarget;
}

/** @internal What a future runs when it is done: a task, whose step it is, or anything that gets the future. */
export interface Callback extends Labelled {
  /** The task that waits with this callback, for the await graph. */
  readonly _awaiter?: TaskContract | null;
}

/** @internal A future: see `Future`. */
export interface FutureContract<T = unknown> extends Awaitable<T>, Waiter {
  readonly _loop: LoopContract;
  _id: number;
  _seq: number;
  getLoop(): LoopContract;
  cancelled(): boolean;
  result(): T;
  exception(): unknown;
  setResult(result: T): void;
  setException(exception: unknown): void;
  addDoneCallback(callback: (future: this) => unknown, options?: CallbackOptions): void;
  removeDoneCallback(callback: (future: this) => unknown): number;
  next(): IteratorResult<Suspension, T>;
  throw(error: unknown): never;
  return(value: T): IteratorResult<Suspension, T>;
}

/** @internal A task: see `Task`. */
export interface TaskContract<T = unknown> extends FutureContract<T>, Callback, ContextHolder {
  _waiter: Waiter | null;
  getName(): string;
  setName(name: string): void;
  getCoro(): Coroutine<T>;
  cancelling(): number;
  uncancel(): number;
  setResult(result: T): never;
  setException(exception: unknown): never;
  _letGo(): void;
  _wakeFrom(waiter: Waiter): void;
}

/** @internal What the loop reports about an error that nobody can catch: see `ExceptionContext`. */
type LostErrorContract = {
  readonly message: string;
  readonly exception?: unknown;
  readonly future?: FutureContract;
  readonly task?: TaskContract;
  readonly [key: string]: unknown;
};

/** @internal The event loop: see `EventLoop`. */
export interface LoopContract {
  readonly _ready: ReadyQueue;
  _recorder: RecorderContract | null;
  _now: number;
  _iteration: number;
  _lastOfRow: number;
  _futureCount: number;
  _taskCount: number;
  _unnamedTasks: number;
  readonly _startingTasks: TaskContract[];
  _failed: FutureContract[];
  _openGenerators: OpenGeneratorsContract | null;
  _threads?: ThreadPoolContract;
  time(): number;
  callSoon<A extends unknown[]>(callback: ScheduledCallback<A>, ...args: A): Handle;
  callLater<A extends unknown[]>(delay: number, callback: ScheduledCallback<A>, ...args: A): TimerHandle;
  callAt<A extends unknown[]>(when: number, callback: ScheduledCallback<A>, ...args: A): TimerHandle;
  createFuture<T>(): FutureContract<T>;
  createTask<T>(coroutine: CoroutineLike<T>, options?: TaskOptions): TaskContract<T>;
  runUntilComplete<T>(future: FutureContract<T> | CoroutineLike<T>): T;
  runForever(): void;
  stop(): void;
  isRunning(): boolean;
  close(): void;
  isClosed(): boolean;
  setExceptionHandler(handler: ((loop: LoopContract, context: LostErrorContract) => void) | null): void;
  callExceptionHandler(context: LostErrorContract): void;
  record(detail: ForeignDetail): void;
  shutdownAsyncgens(): AwaitableCoroutine<void>;
  _contextFor(given: Context | undefined): Context | null;
  _schedule(target: Labelled, argument: unknown): void;
  _notify(callback: Callback, future: FutureContract): void;
  _setTimer(timer: LoopTimer): void;
  _timerCancelled(timer: LoopTimer): void;
  _link(task: TaskContract): void;
  _unlink(task: TaskContract): void;
  _callbackFailed(label: string, exception: unknown): void;
  _observerFailed(exception: unknown): void;
}

/** @internal Adds numbers, times and causes to records and passes them to the observer: see `Recorder`. */
export interface RecorderContract {
  cause: number | null;
  /** Whether the tasks that are left at the end of the run are being canceled. */
  _isEnding: boolean;
  groups: number;
  generators: number;
  add(detail: RecordDetail | ForeignDetail, cause?: number | null): number;
  _taskCreated(task: TaskContract, eager: boolean): void;
  _taskReady(task: TaskContract): void;
  _stepBegins(task: TaskContract, thrown: unknown): void;
  _taskWaits(task: TaskContract, on: WaitTarget): number | null;
  /** null before the first lock, queue, … is named, because programs without any need no names. */
  _syncNames: SyncNamesContract | null;
}

/** @internal The names of locks, queues, …: see `SyncNames`. */
export interface SyncNamesContract {
  of(object: NamedByKind): SyncName;
}

/** @internal An object that records name by its class and its number within that class: a lock, a queue, … */
export interface NamedByKind {
  /** The name it was last given; null before it has one. */
  _name: SyncName | null;
  _kind(): string;
}

/** @internal The async generators of a loop that have begun and not ended: see `OpenGenerators`. */
export interface OpenGeneratorsContract {
  add(generator: Closable): unknown;
  delete(generator: Closable): boolean;
}

/** @internal The calls in threads that a loop has: see `ThreadPool`. */
export interface ThreadPoolContract {
  /** The loop time at which the next one ends; Infinity if none runs. */
  due(): number;
  /**
   * Ends the calls that are due up to `until`, and advances the clock with them. `cause` is what lets time pass, if it is not the
   * loop.
   */
  pass(until: number, cause?: number | null): void;
  /** Waits until none runs. */
  [Symbol.iterator](): Coroutine<void>;
}

/** @internal Something that a loop closes at the end: an async generator. */
export interface Closable {
  aclose(): AwaitableCoroutine<void>;
}
