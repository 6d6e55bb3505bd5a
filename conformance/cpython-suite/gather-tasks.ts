import { createTask, gather, type Coroutine, type CoroutineLike, type Task } from '../../src/engine/scheduler/index.ts';

/** Makes this many tasks of a coroutine function and waits for all of them; returns their results. */
export function* gatherTasks<T>(count: number, body: () => CoroutineLike<T>): Coroutine<T[]> {
  return yield* gather(makeTasks(count, body));
}

/** Makes this many tasks of a coroutine function. */
export function makeTasks<T>(count: number, body: () => CoroutineLike<T>): Task<T>[] {
  return Array.from({ length: count }, () => createTask(body()));
}
