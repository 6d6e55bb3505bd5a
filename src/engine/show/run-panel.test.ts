import { describe, expect, it } from 'vitest';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import type { Trace } from '../trace/event/events.ts';
import { describePanel } from './run-panel.ts';
import { openRun } from '../trace/run.ts';

describe('the clock beside the drawing', () => {
  it('stays at the iteration of the last step, though the loop goes around for its own ends after it', () => {
    const last = twoSleeps.events.at(-1);
    const begins = twoSleeps.events.find(({ kind }) => kind === 'iteration-begins');
    if (last === undefined || begins === undefined) throw new Error('Expected a run with iterations.');
    const { seq, time, iteration } = last;
    const after = { ...begins, seq: seq + 1, time, iteration: iteration + 1 };
    const trace: Trace = { ...twoSleeps, events: [...twoSleeps.events, after] };
    const end = openRun(trace).stateAfter(after.seq);
    expect(end.iteration).toBe(iteration + 1);
    expect(describePanel(openRun(trace), end, null)[0]?.items[0]?.detail).toBe(`iteration ${iteration}`);
  });
});
