import type { ObserverRecord } from '@yieldpoint/scheduler';
import type { SchedulingEvent } from '../../trace/event/events.ts';
import { describeValue } from './describe-value.ts';
import { clip } from './quote.ts';
import { toErrorText } from './error-text.ts';

/** How many characters of the call name a lane. */
const longestCall = 40;

/**
 * Returns a record of the loop as an event: values and errors as text, and an infinite deadline as null.
 *
 * @param lineOf finds the source line on which an error was raised
 */
export function toSchedulingEvent(
  record: ObserverRecord,
  lineOf: (error: unknown) => number | undefined,
): SchedulingEvent {
  if (record.kind === 'task-created' && record.args !== undefined) {
    const { args, ...created } = record;
    return { ...created, name: clip(`${created.name}(${args.map(describeValue).join(', ')})`, longestCall) };
  }
  const entries = Object.entries(record).map(([key, value]: [string, unknown]) => {
    if (key === 'value' || key === 'message') return [key, describeValue(value)];
    if (key === 'error' || key === 'thrown') return [key, toErrorText(value, lineOf(value))];
    if (key === 'when') return [key, Number.isFinite(value) ? value : null];
    return [key, value];
  });
  return Object.fromEntries(entries) as SchedulingEvent;
}
