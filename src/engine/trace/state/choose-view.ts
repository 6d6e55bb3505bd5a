import type { Trace } from '../event/events.ts';
import { isSuspendable } from '../event/is-suspendable.ts';
import { isAsked } from './is-asked.ts';

/** What the lanes of a run show: its tasks, or the frames of its generators. */
export type View = 'tasks' | 'frames';

/**
 * Returns the view that shows most of a run. That is frames if nothing in it is scheduled: it has no timer, asks for no callback,
 * and has no task, or only one that never waits and drives generators.
 */
export function chooseView(trace: Trace): View {
  let tasks = 0;
  let frames = 0;
  for (const event of trace.events) {
    const { kind } = event;
    if (kind === 'task-created') tasks += 1;
    if (event.kind === 'frame-created' && isSuspendable(event.type)) frames += 1;
    if (event.kind === 'callback-ready' && isAsked(event, trace.events)) return 'tasks';
    if (tasks > 1 || kind === 'task-waits' || kind === 'timer-set') return 'tasks';
  }
  return frames > 0 || tasks === 0 ? 'frames' : 'tasks';
}
