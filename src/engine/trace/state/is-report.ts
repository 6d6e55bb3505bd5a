import type { TraceEvent } from '../event/events.ts';

/** Whether it is a line that no line of the program printed: asyncio reports an error, usually with a traceback. */
export function isReport(event: TraceEvent | undefined): boolean {
  return event?.kind === 'output' && event.stream === 'stderr' && event.line === undefined;
}
