import type { TraceEvent } from '../event/events.ts';
import { isOfProgram } from './is-of-program.ts';

/** The events that make the library queue a callback itself; any other callback was requested by the program. */
const followUps: ReadonlySet<string> = new Set<TraceEvent['kind']>([
  'task-ended',
  'future-resolved',
  'timer-fired',
  'cancel-requested',
]);

/** What the library queues between two runs of a loop, when a thread has an answer, or when a generator is collected. */
const ofLoop: ReadonlySet<string> = new Set(['run', 'create_task', 'wrap_future']);

/** Whether the program has requested a callback with `call_soon`: in a task, in another callback, or outside the loop. */
export function isAsked(
  event: Extract<TraceEvent, { kind: 'callback-ready' }>,
  events: readonly TraceEvent[],
): boolean {
  const cause = events[event.cause ?? -1];
  return cause === undefined ? isOfProgram(event) && !ofLoop.has(event.label) : !followUps.has(cause.kind);
}
