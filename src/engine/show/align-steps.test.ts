import { describe, expect, it } from 'vitest';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { openRun } from '../trace/open-run.ts';
import { alignSteps } from './align-steps.ts';

const print = { kind: 'output', text: 'x' } as const;
const warning = { kind: 'warning', category: 'SyntaxWarning', message: 'odd' } as const;

describe('alignSteps', () => {
  it('leads from each step to the same step if both runs do the same', () => {
    const run = openRun(runningAverage);
    expect(alignSteps(run, run)).toEqual([0, ...run.steps.map(({ number }) => number)]);
  });

  it('lets one run wait while the other has a warning, and ends both together', () => {
    const plain = openRun(writeTrace([print, print]));
    const warned = openRun(writeTrace([warning, print, warning, print, warning]));
    expect(alignSteps(plain, warned)).toEqual([0, 2, 5]);
    expect(alignSteps(warned, plain)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('finds nothing in runs that do not have the same steps', () => {
    expect(alignSteps(openRun(runningAverage), openRun(twoSleeps))).toBeUndefined();
    const warned = openRun(writeTrace([warning, print, warning, print]));
    expect(alignSteps(warned, openRun(writeTrace([print, print, print])))).toBeUndefined();
  });
});
