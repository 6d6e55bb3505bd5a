import type { Run } from '../named-run.ts';
import { hasEnded } from '../state/has-ended.ts';
import type { TaskState } from '../state/run-state.ts';
import type { RequestMoment } from './cancel-request.ts';
import { findMoment } from './find-moment.ts';

/** The tasks that a reader can cancel at a step of a run, and when the request would come in. */
export type Cancellable = {
  readonly moment: RequestMoment;
  /** The numbers of the tasks, in order of creation. */
  readonly tasks: readonly number[];
};

/** Returns the tasks that exist at a step and have not ended when a request can come in next; `step` 0 is before the first. */
export function listCancellable(run: Run, step: number): Cancellable {
  const now = run.stateAt(step);
  const { last, iteration, after } = findMoment(run.trace.events, step < 1 ? -1 : now.seq);
  const then = run.stateAfter(last);
  const tasks = [...now.tasks].filter(({ id }) => canBeCancelled(then.tasks.get(id))).map(({ id }) => id);
  return { moment: { iteration, after }, tasks };
}

/** A call that a thread works on has no point at which it could be canceled. */
function canBeCancelled(task: TaskState | undefined): boolean {
  if (task === undefined || task.thread !== undefined) return false;
  return !hasEnded(task.status);
}
