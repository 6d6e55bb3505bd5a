/*
 * What runs now, for programs: as instances of the classes, which the contracts of the package's own modules cannot name.
 */
import { current, runningLoop } from './current.ts';
import type { EventLoop } from './event-loop.ts';
import type { Task } from '../tasks/task.ts';

/**
 * The running loop.
 *
 * @throws RuntimeError outside of a run.
 * @see asyncio.events.get_running_loop
 */
export function getRunningLoop(): EventLoop {
  return runningLoop() as unknown as EventLoop;
}

/**
 * The task whose step is running, or null in a callback.
 *
 * @throws RuntimeError outside of a run.
 * @see asyncio.tasks.current_task
 */
export function currentTask(): Task | null {
  runningLoop();
  return current.task as Task | null;
}

/**
 * The tasks of the running loop that are not done, in creation order.
 *
 * @throws RuntimeError outside of a run.
 * @see asyncio.tasks.all_tasks
 */
export function allTasks(): Set<Task> {
  return new Set(getRunningLoop()._tasks());
}
