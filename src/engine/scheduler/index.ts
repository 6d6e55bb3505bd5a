export { asCompleted, type AsCompleted } from './tasks/as-completed.ts';
export {
  abandon,
  asyncGenerator,
  AsyncGeneratorObject,
  emit,
  type Emitted,
  type EmittedBy,
  type SentTo,
} from './iteration/async-generator.ts';
export type { AnyAsyncIterable, AnyAsyncIterator } from './iteration/async-iterable.ts';
export { aclose, aclosing, anext, asend, athrow } from './iteration/async-iteration.ts';
export { asyncWith, enter, type AsyncContextManager, type Entered } from './iteration/async-with.ts';
export { Barrier } from './sync/barrier.ts';
export { block } from './loop/block.ts';
export { captureCallGraph, formatCallGraph, type CallGraph } from './observe/call-graph.ts';
export {
  collect,
  collectLazily,
  collectMap,
  collectSet,
  type Collected,
  type OfItem,
  type Source,
} from './iteration/collect.ts';
export { Condition } from './sync/condition.ts';
export { Context, ContextVar, copyContext, getContext, Token } from './context/context-var.ts';
export { functionName } from './tasks/coroutine-name.ts';
export type {
  Awaitable,
  AwaitableCoroutine,
  AwaitableLike,
  Coroutine,
  CoroutineLike,
  Pending,
  ResultOf,
  SuspendingIterator,
  Suspension,
} from './tasks/coroutine.ts';
export { allTasks, currentTask, getRunningLoop } from './loop/get-running-loop.ts';
export type { CoroutineWatcher } from './loop/debug-checks.ts';
export { DeadlockError, type DeadlockedTask } from './observe/deadlock.ts';
export { createTask, ensureFuture } from './tasks/ensure-future.ts';
export {
  BrokenBarrierError,
  CancelledError,
  EventLimitError,
  GeneratorExit,
  InvalidStateError,
  IterationLimitError,
  LookupError,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  RuntimeError,
  StopAsyncIteration,
  TimeoutError,
} from './errors.ts';
export { EventLoop, type ExceptionContext, type ExceptionHandler } from './loop/event-loop.ts';
export { Event } from './sync/event.ts';
export { ExceptionGroup, type ErrorFilter } from './tasks/exception-group.ts';
export { Future, isFuture } from './tasks/future.ts';
export { gather, type Gathered, type GatheredOrErrors } from './tasks/gather.ts';
export { close, send, throwInto, type Drivable } from './iteration/generators.ts';
export { Handle, TimerHandle, type ScheduledCallback } from './loop/handle.ts';
export { LifoQueue } from './sync/lifo-queue.ts';
export { Lock } from './sync/lock.ts';
export type * from './observe/observer.ts';
export { PriorityQueue } from './sync/priority-queue.ts';
export { Queue } from './sync/queue.ts';
export { runRealTime, type RealTimeOptions } from './loop/run-real-time.ts';
export { run, type RunOptions } from './loop/run.ts';
export { BoundedSemaphore, Semaphore } from './sync/semaphore.ts';
export { shield } from './tasks/shield.ts';
export { sleep } from './loop/sleep.ts';
export { TaskGroup } from './tasks/task-group.ts';
export { Task } from './tasks/task.ts';
export type { CallbackOptions, TaskOptions } from './loop/contracts.ts';
export { Timeout, timeout, timeoutAt } from './tasks/timeouts.ts';
export { waitFor } from './tasks/wait-for.ts';
export { toThread } from './threads/to-thread.ts';
export { wait, type DoneAndPending, type ReturnWhen, type WaitOptions } from './tasks/wait-futures.ts';
