import type { TaskStatus } from './run-state.ts';

const ends: ReadonlySet<TaskStatus['kind']> = new Set(['done', 'failed', 'cancelled', 'destroyed'] as const);

/** Whether a task neither runs nor will run again; false of none. */
export const hasEnded = (status: TaskStatus | undefined): boolean => status !== undefined && ends.has(status.kind);
