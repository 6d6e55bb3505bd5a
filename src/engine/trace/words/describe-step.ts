import { chooseView, type View } from '../state/choose-view.ts';
import { describeFrameEvent } from './describe-frame-event.ts';
import { describeOutcome } from './describe-run.ts';
import { describeTaskEvent } from './describe-task-event.ts';
import type { Trace, TraceEvent } from '../event/events.ts';
import { foldTrace } from '../state/fold-trace.ts';
import { formatSeconds } from './format-seconds.ts';
import { listSteps } from '../state/list-steps.ts';
import { nameParts, type Names } from './name-parts.ts';
import type { RunState } from '../state/run-state.ts';

/** What a sentence is made from. */
export type Telling = {
  readonly trace: Trace;
  readonly event: TraceEvent;
  /** How the run stood before the event, and stands after its step. */
  readonly before: RunState;
  readonly after: RunState;
  readonly names: Names;
};

/**
 * Returns step `n` in words, with its number and, where time passes, the clock:
 * `Step 3 of 24. main creates the task think(5), which is first in the queue. Clock 0 s.`
 * Step 0 is the moment before the first step, and one more than the last is the end.
 *
 * @throws RangeError when the run has no such step.
 */
export function describeStep(trace: Trace, n: number, view: View = chooseView(trace)): string {
  const steps = listSteps(trace, view);
  const { length } = steps;
  const last = n === 0 ? -1 : (steps[n - 1]?.last ?? trace.events.length - 1);
  const clock = isTimeless(trace, view) ? '' : ` Clock ${formatSeconds(foldTrace(trace, last).clock)}.`;
  if (n === 0) return `Before step 1 of ${length}. Nothing has run yet.${clock}`;
  if (n === length + 1) return `After step ${length} of ${length}. The run ${describeOutcome(trace.outcome)}.${clock}`;
  return `Step ${n} of ${length}. ${describeEvent(trace, n, view)}${clock}`;
}

/** Generators that nothing schedules run in no time, so a clock would only be in the way. */
const isTimeless = (trace: Trace, view: View): boolean => view === 'frames' && (trace.events.at(-1)?.time ?? 0) === 0;

/**
 * Returns what happens in step `n` in words, without its number and the clock.
 *
 * @throws RangeError when the run has no such step.
 */
export function describeEvent(trace: Trace, n: number, view: View = chooseView(trace)): string {
  const steps = listSteps(trace, view);
  const step = steps[n - 1];
  if (!step) throw new RangeError(`Expected a step from 1 to ${steps.length}, but got ${n}.`);
  const { event } = step;
  const before = foldTrace(trace, event.seq - 1);
  const telling = { trace, event, before, after: foldTrace(trace, step.last), names: nameParts(trace) };
  return view === 'tasks' ? describeTaskEvent(telling) : describeFrameEvent(telling);
}
