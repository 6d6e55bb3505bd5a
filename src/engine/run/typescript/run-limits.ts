import type { Outcome, TraceEvent } from '../../trace/event/events.ts';
import type { CancelRequest } from '../../trace/requests/cancel-request.ts';
import type { Chance } from '../chance.ts';
import type { MemoryLimit } from './memory-watch.ts';

/** The limits at which a run is stopped. */
export type StopLimit = Extract<Outcome, { kind: 'stopped' }>['limit'];

/** How far a run may go, and callbacks during the run. The same numbers hold for CPython. */
export type RunLimits = {
  /** Iterations of the event loop; 10,000 unless given. */
  readonly maxIterations?: number;
  /** Events of the trace; 100,000 unless given. */
  readonly maxEvents?: number;
  /** Characters printed; 100,000 unless given. */
  readonly maxOutput?: number;
  /** Characters of one printed line, the rest of which is cut; 10,000 unless given. */
  readonly maxLine?: number;
  /** The seed of random numbers and the start of the clock; always the same unless given. */
  readonly chance?: Chance;
  /** The reader's requests to cancel tasks; none unless given. */
  readonly cancelRequests?: readonly CancelRequest[];
  /** Returns true when the run has taken too long. Called now and then, at lines and rounds of loops. */
  readonly isOverdue?: () => boolean;
  /** How much memory the variables of the program may hold; no limit unless given. */
  readonly memory?: MemoryLimit;
  /** Whether to stop a run that omits more of its record than any useful run does; by default true if `isOverdue` is not given. */
  readonly stopsEndless?: boolean;
  /** Called with every event as it happens, for a thread that may be ended before the run is. */
  readonly onEvent?: (event: TraceEvent) => void;
};

/** The limits that apply if none are given. */
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
