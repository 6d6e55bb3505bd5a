import type { Outcome } from '../../trace/event/events.ts';
import type { FullMemory } from './memory-watch.ts';
import { defaultRunLimits, type RunLimits, type StopLimit } from './run-limits.ts';

const megabyte = 1024 * 1024;

/**
 * The outcome of a run that reached a limit, with the size of the limit.
 *
 * @param full where the program was when its memory was full
 */
export function describeStop(limit: StopLimit, limits: RunLimits, full: FullMemory | undefined): Outcome {
  const { maxIterations, maxEvents, maxOutput } = { ...defaultRunLimits, ...limits };
  const amounts: Partial<Record<StopLimit, number>> = {
    iterations: maxIterations,
    events: maxEvents,
    output: maxOutput,
    ...(limits.memory === undefined ? {} : { memory: limits.memory.most / megabyte }),
  };
  const most = amounts[limit];
  return { kind: 'stopped', limit, ...(most === undefined ? {} : { most }), ...full };
}
