import type { TraceEvent } from '../event/events.ts';

type Unretrieved = Extract<TraceEvent, { kind: 'unretrieved' }>;

/** Whether an event says of a task what asyncio says of one that is destroyed while pending, rather than that nobody has read its error. */
export function isDestroyed(event: TraceEvent): event is Unretrieved & { readonly id: number } {
  return (
    event.kind === 'unretrieved' &&
    event.id !== undefined &&
    event.error.message === 'Task was destroyed but it is pending!'
  );
}
