import type { CoroutineWatcher } from './debug-checks.ts';
import { RuntimeError } from '../errors.ts';
import type { EventLoop } from './event-loop.ts';
import type { Task } from '../tasks/task.ts';

/** @internal */
type Current = {
  loop: EventLoop | null;
  /** The task whose step is running. */
  task: Task | null;
  /** The future whose iterator was asked for last: tells the first `next` from a resumption, without an iterator object. */
  begun: unknown;
  /** Tasks whose cancellation is on its way to what they wait for. */
  readonly cancelling: Set<Task>;
  /** What a run with `debug` looks for. */
  checks: CoroutineWatcher | null;
};

/**
 * @internal What runs now: at most one loop, as loops do not nest, and one task.
 *
 * The modules that run at every switch keep it, and what else they use that often, in a constant of their own: V8 compiles the
 * value of a module's own constant into the code, but loads and checks an imported one each time. (In one bundled file all are own.)
 */
export const current: Current = { loop: null, task: null, begun: null, cancelling: new Set(), checks: null };

/**
 * The loop that runs now.
 *
 * @throws RuntimeError outside of a run.
 * @see asyncio.events.get_running_loop
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
 * @see asyncio.tasks.current_task
 */
export function currentTask(): Task | null {
  getRunningLoop();
  return current.task;
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
