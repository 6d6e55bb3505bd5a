export { asCompleted, type AsCompleted } from './as-completed.ts';
export {
  abandon,
  asyncGenerator,
  AsyncGeneratorObject,
  emit,
  type Emitted,
  type EmittedBy,
  type SentTo,
} from './async-generator.ts';
export type { AnyAsyncIterable, AnyAsyncIterator } from './async-iterable.ts';
export { aclose, aclosing, anext, asend, athrow } from './async-iteration.ts';
export { asyncWith, enter, type AsyncContextManager, type Entered } from './async-with.ts';
export { Barrier } from './barrier.ts';
export { block } from './block.ts';
export { captureCallGraph, formatCallGraph, type CallGraph } from './call-graph.ts';
export { collect, collectLazily, collectMap, collectSet, type Collected, type OfItem, type Source } from './collect.ts';
export { Condition } from './condition.ts';
export { functionName } from './coroutine-name.ts';
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
} from './coroutine.ts';
export { allTasks, currentTask, getRunningLoop } from './current.ts';
export { DeadlockError, type DeadlockedTask } from './deadlock.ts';
export { createTask, ensureFuture } from './ensure-future.ts';
export {
  BrokenBarrierError,
  CancelledError,
  EventLimitError,
  GeneratorExit,
  InvalidStateError,
  IterationLimitError,
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  RuntimeError,
  StopAsyncIteration,
  TimeoutError,
} from './errors.ts';
export { EventLoop, type ExceptionContext, type ExceptionHandler } from './event-loop.ts';
export { Event } from './event.ts';
export { ExceptionGroup, type ErrorFilter } from './exception-group.ts';
export { Future, isFuture } from './future.ts';
export { gather, type Gathered, type GatheredOrErrors } from './gather.ts';
export { close, send, throwInto, type Drivable } from './generators.ts';
export { Handle, TimerHandle } from './handle.ts';
export { LifoQueue } from './lifo-queue.ts';
export { Lock } from './lock.ts';
export type * from './observer.ts';
export { PriorityQueue } from './priority-queue.ts';
export { Queue } from './queue.ts';
export { runRealTime, type RealTimeOptions } from './run-real-time.ts';
export { run, type RunOptions } from './run.ts';
export { BoundedSemaphore, Semaphore } from './semaphore.ts';
export { shield } from './shield.ts';
export { sleep } from './sleep.ts';
export { TaskGroup } from './task-group.ts';
export { Task, type TaskOptions } from './task.ts';
export { Timeout, timeout, timeoutAt } from './timeouts.ts';
export { waitFor } from './wait-for.ts';
export { wait, type DoneAndPending, type ReturnWhen, type WaitOptions } from './wait-futures.ts';
