import { expect, it } from 'vitest';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { openRun } from '../trace/run.ts';
import { listStandingLines } from '../trace/state/read-state.ts';
import { markLines } from './mark-lines.ts';

it('gives each line with a frame one mark, that of the frame nearest to running', () => {
  const run = openRun(runningAverage);
  for (const { last } of run.steps) {
    const state = run.stateAfter(last);
    const standing = [...listStandingLines(state)];
    const marks = markLines(state);
    expect([...marks.keys()].sort()).toEqual([...new Set(standing.map(({ line }) => line))].sort());
    for (const [line, how] of marks) {
      const hows = standing.filter((one) => one.line === line).map((one) => one.how);
      expect(how).toBe((['running', 'calling', 'suspended'] as const).find((one) => hows.includes(one)));
    }
  }
});
