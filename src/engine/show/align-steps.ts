import type { TraceEvent } from '../trace/event/events.ts';
import type { Run } from '../trace/run.ts';

/**
 * Returns for each step of `run`, from step 0 before the first, the step at which its twin in the other language is then; undefined
 * when the two do not step alike. What only one language says of itself is a step of one alone, at which the other stays where it is.
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
  // Both have ended, though one of them may have had something to add.
  if (run.steps.length > 0) aligned[run.steps.length] = twin.steps.length;
  return aligned;
}

/** Warnings, notes, and what a language writes to standard error. */
function isOfOneAlone(event: TraceEvent): boolean {
  return event.kind === 'warning' || event.kind === 'note' || (event.kind === 'output' && event.stream === 'stderr');
}
