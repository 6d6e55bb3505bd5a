import { expect, it } from 'vitest';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { type Draft, writeTrace } from '../trace/fixtures/write-trace.ts';
import { openRun } from '../trace/open-run.ts';
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

it('gives the mark of the frame that runs to a line on which others call it or are suspended', () => {
  const walk = (frame: number) =>
    ({ kind: 'frame-created', frame, function: 'walk', type: 'generator', line: 1 }) as const;
  const resume = (frame: number, by: number | null) =>
    ({ kind: 'frame-resumed', frame, by, how: 'next', line: 3 }) as const;
  const begin = [
    walk(1),
    resume(1, null),
    { kind: 'frame-suspended', frame: 1, line: 3, value: '1', delegates: false },
  ] as const;
  const marksAfter = (...drafts: readonly Draft[]): readonly unknown[] => [
    ...markLines(openRun(writeTrace([...begin, ...drafts])).end),
  ];
  expect(marksAfter()).toEqual([[3, 'suspended']]);
  expect(marksAfter(walk(2), resume(2, null))).toEqual([[3, 'running']]);
  expect(marksAfter(walk(2), resume(2, null), walk(3), { ...resume(3, 2), line: 5 })).toEqual([
    [3, 'calling'],
    [5, 'running'],
  ]);
});
