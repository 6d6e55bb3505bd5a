import type { StandingLine } from '../trace/state/read-state.ts';

/** Which source lines are marked at a step, and how: one mark a line. */
export type LineMarks = ReadonlyMap<number, StandingLine['how']>;
