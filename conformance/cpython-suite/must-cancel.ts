import type { Task } from '@yieldpoint/scheduler';

/** Whether a task has a cancellation to deliver at its next step or wait: CPython's `_must_cancel`. */
export function mustCancel(task: Task<number>): boolean {
  return !task.done() && task._mustCancel;
}
