import type { TraceEvent } from '../event/events.ts';

/** Whether it is the reader who does it, from outside of the program. */
export function isOfReader(event: TraceEvent): boolean {
  return event.kind === 'cancel-requested' && event.byReader === true;
}
