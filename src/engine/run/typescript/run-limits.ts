import type { Outcome, TraceEvent } from '../../trace/event/events.ts';
import type { CancelRequest } from '../../trace/requests/cancel-request.ts';
import type { Chance } from '../chance.ts';

/** What may be reached in a run that is then stopped where it is. */
export type StopLimit = Extract<Outcome, { kind: 'stopped' }>['limit'];

/** How far a run may go, and who is told meanwhile. The same numbers hold for CPython. */
export type RunLimits = {
  /** Iterations of the event loop; 10,000 unless given. */
  readonly maxIterations?: number;
  /** Events of the trace; 100,000 unless given. */
  readonly maxEvents?: number;
  /** Characters printed; 100,000 unless given. */
  readonly maxOutput?: number;
  /** Characters of one line printed, the rest of which is cut; 10,000 unless given. */
  readonly maxLine?: number;
  /** What chance and the clock begin with; always the same unless given. */
  readonly chance?: Chance;
  /** What the reader asks to cancel, and when; nothing unless given. */
  readonly cancelRequests?: readonly CancelRequest[];
  /** Tells when the run has taken too long. Asked now and then, at lines and rounds of loops; never, unless given. */
  readonly isOverdue?: () => boolean;
  /** Whether a run is stopped that leaves out more of its record than any run of use does; unless given, if nothing tells the time. */
  readonly stopsEndless?: boolean;
  /** Gets every event as it happens, for a thread that may be ended before the run is. */
  readonly onEvent?: (event: TraceEvent) => void;
};

/** What holds where a limit is not given. */
export const defaultRunLimits = {
  maxIterations: 10_000,
  maxEvents: 100_000,
  maxOutput: 100_000,
  maxLine: 10_000,
} as const;

/** Thrown into the program at its next probe when a limit is reached, and again at every probe that follows. */
export class RunStopped extends Error {
  override name = 'RunStopped';
  constructor(limit: StopLimit) {
    super(`The run was stopped because it reached its limit of ${limit}.`);
  }
}
