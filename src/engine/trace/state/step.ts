import type { TraceEvent } from '../event/events.ts';

/** A moment of a run at which a reader stops. */
export type Step = {
  /** From 1: the number in links such as `#think:12`. */
  readonly number: number;
  /** The event the step is about. */
  readonly event: TraceEvent;
  /** The index of the last event that belongs to the step. The reader sees the state after this event. */
  readonly last: number;
};

/**
 * The role of an event in the steps: it `begins` one, it `completes` the one before, or it is `bookkeeping` that leads up to the
 * next. Called once for each event, in order.
 */
export type StepRule = (event: TraceEvent, previous: Step | undefined) => 'begins' | 'completes' | 'bookkeeping';
