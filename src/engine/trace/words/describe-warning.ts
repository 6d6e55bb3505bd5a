import type { Trace, WarningEvent } from '../event/events.ts';

/** Returns a warning as it is shown: `RuntimeWarning: coroutine 'save' was never awaited (line 9)`. */
export function describeWarning({ category, message, line }: WarningEvent): string {
  return `${category}: ${message}${line === undefined ? '' : ` (line ${line})`}`;
}

/** Returns all warnings of a run as the end of a sentence; undefined if there are none. */
export function listWarnings({ events }: Trace): string | undefined {
  const warnings = events.flatMap((event) => (event.kind === 'warning' ? [describeWarning(event)] : []));
  return warnings.length === 0 ? undefined : warnings.join('; ');
}
