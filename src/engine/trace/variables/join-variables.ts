import type { Trace } from '../event/events.ts';
import { parseTrace } from '../event/parse-trace.ts';

/**
 * Returns a trace with its variables. They may come from anywhere, so they are checked as strictly as by `parseTrace`.
 *
 * @throws {TraceError} if the two do not belong together, or if they are not variables
 */
export function joinVariables(trace: Trace, variables: unknown): Trace {
  const told = new Map<unknown, unknown>(Array.isArray(variables) ? (variables as [unknown, unknown][]) : []);
  const events = trace.events.map((event) => {
    const own = told.get(event.seq);
    return own === undefined ? event : { ...event, variables: own };
  });
  return parseTrace({ ...trace, events });
}
