import type { TraceEvent } from '../event/events.ts';

/** Whether the reader does this, from outside the program. */
export function isOfReader(event: TraceEvent): boolean {
  return event.kind === 'cancel-requested' && event.byReader === true;
}
