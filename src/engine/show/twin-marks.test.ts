import { describe, expect, it } from 'vitest';
import { foldTrace } from '../trace/state/fold-trace.ts';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { listSteps } from '../trace/state/list-steps.ts';
import { listTwinMarks, markLines, readTwinMarks } from './twin-marks.ts';

describe('the marks of a twin', () => {
  it('come back from their short form as they were', () => {
    const marks = JSON.parse(JSON.stringify(listTwinMarks(runningAverage, runningAverage))) as number[][];
    for (const { number, last } of listSteps(runningAverage)) {
      expect(readTwinMarks(marks, number)).toEqual(markLines(foldTrace(runningAverage, last)));
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
    expect(listTwinMarks(plain, warned)).toHaveLength(2);
    expect(listTwinMarks(warned, plain)).toHaveLength(4);
    expect(listTwinMarks(warned, writeTrace([print, print, print]))).toBeUndefined();
  });

  it('are left out when the two runs do not step alike', () => {
    expect(listTwinMarks(runningAverage, twoSleeps)).toBeUndefined();
  });
});
