import { describe, expect, it } from 'vitest';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { listTwinMarks, markLines, readTwinMarks } from './twin-marks.ts';
import { openRun } from '../trace/run.ts';

describe('the marks of a twin', () => {
  it('come back from their short form as they were', () => {
    const marks = JSON.parse(
      JSON.stringify(listTwinMarks(openRun(runningAverage), openRun(runningAverage))),
    ) as number[][];
    for (const { number, last } of openRun(runningAverage).steps) {
      expect(readTwinMarks(marks, number)).toEqual(markLines(openRun(runningAverage).stateAfter(last)));
    }
  });

  it('are none before the first step, after the last, and of what nobody wrote', () => {
    expect([readTwinMarks([[3, 2]], 0), readTwinMarks([[3, 2]], 2), readTwinMarks([[3, 7]], 1)]).toEqual([
      new Map(),
      new Map(),
      new Map(),
    ]);
  });

  it('stay where they are while the other program is warned of', () => {
    const print = { kind: 'output', text: 'x' } as const;
    const warning = { kind: 'warning', category: 'SyntaxWarning', message: 'odd' } as const;
    const [plain, warned] = [writeTrace([print, print]), writeTrace([warning, print, warning, print])];
    expect(listTwinMarks(openRun(plain), openRun(warned))).toHaveLength(2);
    expect(listTwinMarks(openRun(warned), openRun(plain))).toHaveLength(4);
    expect(listTwinMarks(openRun(warned), openRun(writeTrace([print, print, print])))).toBeUndefined();
  });

  it('are left out when the two runs do not step alike', () => {
    expect(listTwinMarks(openRun(runningAverage), openRun(twoSleeps))).toBeUndefined();
  });
});
