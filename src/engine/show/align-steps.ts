import type { TraceEvent } from '../trace/event/events.ts';
import type { Run } from '../trace/open-run.ts';

/**
 * Returns for each step of `run`, from step 0 before the first, the step at which its twin in the other language is then; undefined
 * if the two do not have the same steps. Some steps are messages that only one language has; at such a step the other run stays
 * where it is.
 */
export function alignSteps(run: Run, twin: Run): readonly number[] | undefined {
  const other = twin.steps.filter(({ event }) => !isOfOneAlone(event));
  let met = 0;
  const aligned = [0];
  for (const { event } of run.steps) {
    if (!isOfOneAlone(event) && event.kind !== other[met++]?.event.kind) return undefined;
    aligned.push(other[met - 1]?.number ?? 0);
  }
  if (met !== other.length) return undefined;
  // Both have ended, although one of them may still have had a message.
  if (run.steps.length > 0) aligned[run.steps.length] = twin.steps.length;
  return aligned;
}

/** Warnings, notes, and the lines that a language writes to standard error. */
function isOfOneAlone(event: TraceEvent): boolean {
  return event.kind === 'warning' || event.kind === 'note' || (event.kind === 'output' && event.stream === 'stderr');
}
