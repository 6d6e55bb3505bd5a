import { listStandingLines, type StandingLine } from '../trace/state/read-state.ts';
import type { RunState } from '../trace/state/run-state.ts';

/** The source lines that are marked at a step, with one mark for each line. */
export type LineMarks = ReadonlyMap<number, StandingLine['how']>;

const hows = ['suspended', 'calling', 'running'] as const;

/** Returns the lines with frames. If several frames are on one line, the one nearest to running wins. */
export function markLines(state: RunState): LineMarks {
  const lines = [...listStandingLines(state)].sort((a, b) => hows.indexOf(a.how) - hows.indexOf(b.how));
  return new Map(lines.map(({ line, how }) => [line, how]));
}
