import type { Run } from '../../trace/open-run.ts';
import { isSuspendable } from '../../trace/event/is-suspendable.ts';
import { mostSteps } from '../layout-skeleton.ts';

/** Up to this many tasks or frames are drawn all at once, and a run with up to this many events is read without a pause. */
const mostLanes = 50;
const mostEvents = 10_000;

/**
 * Whether a run is too long to be drawn as a whole. Such a run is drawn in parts, and its texts are written when the reader looks
 * at them.
 */
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
