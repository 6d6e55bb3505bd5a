import type { Run } from '../open-run.ts';
import { describeFrameEvent } from './describe-frame-event.ts';
import { phraseOutcome } from './phrase-outcome.ts';
import { describeTaskEvent } from './describe-task-event.ts';
import { formatSeconds } from './format-seconds.ts';

/**
 * Returns step `n` in words, with its number and, where time passes, the clock:
 * `Step 3 of 24. main creates the task think(5), which is first in the queue. Clock 0 s.`
 * Step 0 is the moment before the first step, and one more than the last is the end.
 *
 * @throws RangeError when the run has no such step.
 */
export function describeStep(run: Run, n: number): string {
  const { steps, trace, isTimeless } = run;
  const { length } = steps;
  const last = n === 0 ? -1 : (steps[n - 1]?.last ?? trace.events.length - 1);
  const clock = isTimeless ? '' : ` Clock ${formatSeconds(run.stateAfter(last).clock)}.`;
  if (n === 0) return `Before step 1 of ${length}. Nothing has run yet.${clock}`;
  if (n === length + 1) return `After step ${length} of ${length}. The run ${phraseOutcome(trace.outcome)}.${clock}`;
  return `Step ${n} of ${length}. ${describeEvent(run, n)}${clock}`;
}

/**
 * Returns what happens in step `n` in words, without its number and the clock.
 *
 * @throws RangeError when the run has no such step.
 */
export function describeEvent(run: Run, n: number): string {
  const { trace, steps, names, origins, view } = run;
  const step = steps[n - 1];
  if (!step) throw new RangeError(`Expected a step from 1 to ${steps.length}, but got ${n}.`);
  const { event } = step;
  const before = run.stateAfter(event.seq - 1);
  const telling = { trace, event, before, after: run.stateAfter(step.last), names, origins };
  return view === 'tasks' ? describeTaskEvent(telling) : describeFrameEvent(telling);
}
