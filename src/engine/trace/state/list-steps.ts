import { chooseView, type View } from './choose-view.ts';
import type { Trace, TraceEvent } from '../event/events.ts';
import { createFrameStepRule } from './frame-step-rule.ts';
import { createTaskStepRule } from './task-step-rule.ts';

/** A moment of a run at which a reader stops. */
export type Step = {
  /** From 1: what links such as `#think:12` count. */
  readonly number: number;
  /** The event the step is about. */
  readonly event: TraceEvent;
  /** Index of the last event that belongs to the step: the state a reader sees is the state after this one. */
  readonly last: number;
};

/**
 * What an event is to the steps: it `begins` one, it `completes` the one before, or it is `bookkeeping` that leads up to the next.
 * Asked once for each event, in order.
 */
export type StepRule = (event: TraceEvent, previous: Step | undefined) => 'begins' | 'completes' | 'bookkeeping';

const memories = new WeakMap<Trace, Partial<Record<View, readonly Step[]>>>();

/**
 * Returns the steps of a run in order. Bookkeeping belongs to the step it leads up to, or completes.
 * The list depends on nothing but the trace and the view, so a step keeps its number for as long as the run is the same.
 */
export function listSteps(trace: Trace, view: View = chooseView(trace)): readonly Step[] {
  const memory = memories.get(trace) ?? {};
  memories.set(trace, memory);
  return (memory[view] ??= groupIntoSteps(trace.events, view));
}

function groupIntoSteps(events: readonly TraceEvent[], view: View): readonly Step[] {
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
