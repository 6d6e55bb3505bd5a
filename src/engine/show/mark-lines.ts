import { listStandingLines, type StandingLine } from '../trace/state/read-state.ts';
import type { RunState } from '../trace/state/run-state.ts';

/** Which source lines are marked at a step, and how: one mark a line. */
export type LineMarks = ReadonlyMap<number, StandingLine['how']>;

const hows = ['suspended', 'calling', 'running'] as const;

/** Returns the lines on which frames stand. Where several stand on one, the one nearest to running wins. */
export function markLines(state: RunState): LineMarks {
  const lines = [...listStandingLines(state)].sort((a, b) => hows.indexOf(a.how) - hows.indexOf(b.how));
  return new Map(lines.map(({ line, how }) => [line, how]));
}
