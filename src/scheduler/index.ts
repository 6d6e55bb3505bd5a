export { abandon, asyncGenerator, AsyncGeneratorObject, emit, type Emitted } from './async-generator.ts';
export { asyncWith, enter, type AsyncContextManager, type Entered } from './async-with.ts';
export type {
  Awaitable,
  AwaitableCoroutine,
  AwaitableLike,
  Coroutine,
  CoroutineLike,
  Pending,
  ResultOf,
  Suspension,
} from './coroutine.ts';
export { functionName } from './coroutine-name.ts';
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
export { ExceptionGroup, type ErrorFilter } from './exception-group.ts';
export { Future, isFuture } from './future.ts';
export { gather } from './gather.ts';
export { Handle, TimerHandle } from './handle.ts';
export type * from './observer.ts';
export { run, type RunOptions } from './run.ts';
export { sleep } from './sleep.ts';
export { Task, type TaskOptions } from './task.ts';
