import type { TraceEvent } from '../event/events.ts';

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
