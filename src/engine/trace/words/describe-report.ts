import { isReport } from '../state/is-report.ts';
import { quotePrinted } from './name-actor.ts';
import type { Telling } from './telling.ts';

/** Returns a report of several lines, which is one step, as a sentence with its first line. */
export function describeReport({ trace, event, after }: Telling): string {
  let more = 0;
  for (let seq = event.seq + 1; seq <= after.seq; seq += 1) if (isReport(trace.events[seq])) more += 1;
  const first = event.kind === 'output' ? quotePrinted(event.text) : '';
  return `Python reports ${first}${more === 0 ? '' : ` and ${more} more ${more === 1 ? 'line' : 'lines'}`}.`;
}
