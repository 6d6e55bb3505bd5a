import type { TraceEvent } from '../event/events.ts';
import type { View } from './choose-view.ts';
import { createFrameStepRule } from './frame-step-rule.ts';
import type { Step } from './step.ts';
import { createTaskStepRule } from './task-step-rule.ts';

/**
 * Returns the steps of a run in order. Bookkeeping belongs to the step that it leads up to, or that it completes. The list depends
 * only on the events and the view, so a step keeps its number as long as the run is the same.
 */
export function listSteps(events: readonly TraceEvent[], view: View): readonly Step[] {
  const rule = view === 'tasks' ? createTaskStepRule(events) : createFrameStepRule(events);
  const steps: Step[] = [];
  for (const event of events) {
    const previous = steps.at(-1);
    const part = rule(event, previous);
    if (part === 'begins') steps.push({ number: steps.length + 1, event, last: event.seq });
    if (part === 'completes' && previous) steps[steps.length - 1] = { ...previous, last: event.seq };
  }
  return steps;
}
