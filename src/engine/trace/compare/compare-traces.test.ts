import { describe, expect, it } from 'vitest';
import { compareTraces, describeDifference } from './compare-traces.ts';
import type { Trace, TraceEvent } from '../event/events.ts';
import { failingTask } from '../fixtures/failing-task.ts';
import { nestedYieldFrom } from '../fixtures/nested-yield-from.ts';
import { runningAverage } from '../fixtures/running-average.ts';
import { twoSleeps } from '../fixtures/two-sleeps.ts';

const change = (trace: Trace, edit: (event: TraceEvent) => TraceEvent | null): Trace => ({
  ...trace,
  runtime: 'scheduler',
  events: trace.events.flatMap((event) => edit(event) ?? []),
});

describe('compareTraces', () => {
  it('finds nothing between a run and itself', () => {
    for (const trace of [twoSleeps, failingTask, runningAverage, nestedYieldFrom]) {
      expect(compareTraces(trace, trace)).toBeNull();
    }
  });

  it('finds the first line that is printed at another time', () => {
    const late = change(twoSleeps, (event) =>
      event.kind === 'output' && event.text.startsWith('Finished') ? { ...event, time: event.time + 1 } : event,
    );
    const difference = compareTraces(twoSleeps, late);
    expect(difference).toEqual({
      aspect: 'output',
      position: 3,
      left: { words: 'prints "Finished thinking for 2 seconds..." at 2 s', seq: 43 },
      right: { words: 'prints "Finished thinking for 2 seconds..." at 3 s', seq: 43 },
    });
    expect(difference && describeDifference(difference, twoSleeps, late)).toBe(
      'Line 3 differs. CPython 3.14.2: prints "Finished thinking for 2 seconds..." at 2 s. ' +
        'scheduler: prints "Finished thinking for 2 seconds..." at 3 s.',
    );
  });

  it('finds a line that only one of them prints', () => {
    const silent = change(twoSleeps, (event) => (event.kind === 'output' && event.text.includes('5') ? null : event));
    expect(compareTraces(silent, twoSleeps, ['output'])).toMatchObject({ position: 1 });
    const short = change(twoSleeps, (event) => (event.kind === 'output' && event.time === 5 ? null : event));
    expect(compareTraces(twoSleeps, short)?.right).toEqual({ words: 'nothing more', seq: null });
  });

  it('finds a step that runs in another iteration, even when the lines are the same', () => {
    const later = change(twoSleeps, (event) =>
      event.seq >= 55 ? { ...event, iteration: event.iteration + 1 } : event,
    );
    expect(compareTraces(twoSleeps, later)).toMatchObject({
      aspect: 'schedule',
      position: 5,
      left: { words: 'in iteration 7 at 5 s, think(5) runs and returns' },
      right: { words: 'in iteration 8 at 5 s, think(5) runs and returns' },
    });
  });

  it('finds another way of passing control between generators', () => {
    const sent = change(runningAverage, (event) =>
      event.kind === 'frame-resumed' && event.how === 'send' ? { ...event, how: 'next' } : event,
    );
    expect(compareTraces(runningAverage, sent)).toMatchObject({
      aspect: 'frames',
      position: 3,
      left: { words: 'the program resumes average by send' },
      right: { words: 'the program resumes average by next' },
    });
  });

  it('does not mind whether the generators are driven by plain code or by a coroutine', () => {
    const plain = change(nestedYieldFrom, (event) => {
      if ('frame' in event && event.frame === 1) return null;
      const { kind } = event;
      if (kind.startsWith('task') || kind === 'step-begins' || kind === 'iteration-begins') return null;
      return { ...event, task: null, ...(kind === 'frame-resumed' && event.by === 1 ? { by: null } : {}) };
    });
    expect(compareTraces(nestedYieldFrom, plain)).toBeNull();
  });

  it('finds another outcome', () => {
    const stopped: Trace = { ...twoSleeps, outcome: { kind: 'stopped', limit: 'iterations' } };
    const difference = compareTraces(twoSleeps, stopped);
    expect(difference && describeDifference(difference, twoSleeps, stopped)).toBe(
      'The outcome differs. CPython 3.14.2: finishes. CPython 3.14.2: is stopped at the limit of iterations.',
    );
  });
});
