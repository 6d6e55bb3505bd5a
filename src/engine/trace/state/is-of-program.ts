import type { TraceEvent } from '../event/events.ts';
import { isOfReader } from './is-of-reader.ts';

/** Things that a program does itself. A task that is created outside the loop is made by `run`. */
const acts: ReadonlySet<string> = new Set<TraceEvent['kind']>([
  'output',
  'input',
  'clock-jumped',
  'callback-ready',
  'timer-set',
  'cancel-requested',
  'cancel-withdrawn',
]);

/** Whether the program's own code does this before, between or after runs of the loop, so that nothing in the loop is the cause. */
export function isOfProgram(event: TraceEvent): boolean {
  if (event.task !== null || event.cause !== null || !acts.has(event.kind)) return false;
  return event.kind !== 'cancel-requested' || (event.atEnd !== true && !isOfReader(event));
}
