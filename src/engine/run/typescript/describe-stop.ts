import type { Outcome } from '../../trace/event/events.ts';
import { defaultRunLimits, type RunLimits, type StopLimit } from './run-limits.ts';

/** The outcome of a run that reached a limit, with the size of the limit. */
export function describeStop(limit: StopLimit, limits: RunLimits): Outcome {
  const { maxIterations, maxEvents, maxOutput } = { ...defaultRunLimits, ...limits };
  const amounts: Partial<Record<StopLimit, number>> = {
    iterations: maxIterations,
    events: maxEvents,
    output: maxOutput,
  };
  const most = amounts[limit];
  return { kind: 'stopped', limit, ...(most === undefined ? {} : { most }) };
}
