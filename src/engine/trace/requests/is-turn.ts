import type { TraceEvent } from '../event/events.ts';

/**
 * Whether an event begins something that the loop takes from its ready queue: a callback, or the step of a task. The first step of
 * an eager task does not count, because it is part of another step, and neither does what happens in a thread.
 */
export function isTurn(event: TraceEvent, events: readonly TraceEvent[]): boolean {
  if (event.kind === 'callback-runs' || event.kind === 'callback-skipped') return true;
  if (event.kind !== 'step-begins' || event.cause === null) return false;
  const cause = events[event.cause];
  return cause?.kind === 'task-ready' && cause.id === event.id;
}
