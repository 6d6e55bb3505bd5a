import type { TraceEvent } from '../event/events.ts';
import { describeThinning } from './describe-thinning.ts';
import { describeWarning } from './describe-warning.ts';

/**
 * A line of the console: one that the program printed, or a warning of its runtime, which may be a note or a line of standard
 * error.
 */
export type ConsoleLine = {
  readonly seq: number;
  readonly time: number;
  readonly text: string;
  readonly isWarning: boolean;
};

/**
 * Returns the lines of a run's console, in order. Warnings are among the printed lines, as in a terminal, and name their source
 * line. That lines of a loop are not recorded is said once; the steps say it every time.
 */
export function listConsoleLines(events: readonly TraceEvent[]): readonly ConsoleLine[] {
  let hasGap = false;
  return events.flatMap((event): ConsoleLine[] => {
    const { seq, time } = event;
    if (event.kind === 'output') return [{ seq, time, text: event.text, isWarning: event.stream === 'stderr' }];
    if (event.kind === 'note') return [{ seq, time, text: event.text, isWarning: true }];
    if (event.kind === 'thinned') {
      if (hasGap && (event.isForNow === true || event.count !== undefined)) return [];
      hasGap = true;
      return [{ seq, time, text: describeThinning(event), isWarning: true }];
    }
    return event.kind === 'warning' ? [{ seq, time, text: describeWarning(event), isWarning: true }] : [];
  });
}
