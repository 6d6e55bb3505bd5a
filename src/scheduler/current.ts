import { RuntimeError } from './errors.ts';
import type { EventLoop } from './event-loop.ts';
import type { Task } from './task.ts';

/** @internal Which loop runs now, and which of its tasks is in its step: at most one of each, as loops do not nest. */
export const current: { loop: EventLoop | null; task: Task<unknown> | null } = { loop: null, task: null };

/**
 * The loop that runs now.
 *
 * @throws RuntimeError outside of a run.
 */
export function getRunningLoop(): EventLoop {
  if (current.loop === null) {
    throw new RuntimeError(
      'Expected a running event loop, but there is none. Call this from a coroutine or a callback.',
    );
  }
  return current.loop;
}

/**
 * The task whose step is running, or null in a callback.
 *
 * @throws RuntimeError outside of a run.
 */
export function currentTask(): Task<unknown> | null {
  getRunningLoop();
  return current.task;
}

/**
 * The tasks of the running loop that are not done, in creation order.
 *
 * @throws RuntimeError outside of a run.
 */
export function allTasks(): Set<Task<unknown>> {
  return new Set(getRunningLoop()._tasks());
}
