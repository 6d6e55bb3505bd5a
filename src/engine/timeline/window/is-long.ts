import type { Run } from '../../trace/run.ts';
import { isSuspendable } from '../../trace/event/is-suspendable.ts';
import { mostSteps } from '../layout-skeleton.ts';

/** Up to so many tasks or frames are drawn all at once, and a run of so many events is read without a pause. */
const mostLanes = 50;
const mostEvents = 10_000;

/** Whether a run is too long to be drawn whole: then it is drawn part by part, and what is told of it comes as it is looked at. */
export function isLong(run: Run): boolean {
  const { events } = run.trace;
  if (events.length > mostEvents || run.steps.length > mostSteps) return true;
  let lanes = 0;
  for (const event of events) {
    if (
      run.view === 'tasks' ? event.kind === 'task-created' : event.kind === 'frame-created' && isSuspendable(event.type)
    )
      lanes += 1;
  }
  return lanes > mostLanes;
}
