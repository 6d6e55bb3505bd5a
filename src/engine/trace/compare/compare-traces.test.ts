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

  it('ignores whether the generators are driven by plain code or by a coroutine', () => {
    const plain = change(nestedYieldFrom, (event) => {
      if ('frame' in event && event.frame === 1) return null;
      const { kind } = event;
      if (kind.startsWith('task') || kind === 'step-begins' || kind === 'iteration-begins') return null;
      return { ...event, task: null, ...(kind === 'frame-resumed' && event.by === 1 ? { by: null } : {}) };
    });
    expect(compareTraces(nestedYieldFrom, plain)).toBeNull();
  });

  it('finds a coroutine whose frame is resumed once more, in runs whose tasks do the same', () => {
    const again = twoSleeps.events.find((event) => event.kind === 'frame-suspended' && event.delegates);
    const twice = change(twoSleeps, (event) => (event === again ? { ...event, delegates: false } : event));
    expect(again).toBeDefined();
    expect(compareTraces(twoSleeps, twice)).toMatchObject({
      aspect: 'frames',
      right: { words: expect.stringMatching(/ suspends$/) as string },
    });
  });

  it('finds a frame that runs in another task', () => {
    const moved = change(twoSleeps, (event) =>
      event.kind === 'frame-left' && event.frame === 2 ? { ...event, task: 1 } : event,
    );
    expect(compareTraces(twoSleeps, moved)).toMatchObject({ aspect: 'frames' });
  });

  it('ignores the frames of a function that only one of two runs of tasks has', () => {
    const closing = (name: string): Trace =>
      change(twoSleeps, (event) => {
        if (event.kind === 'frame-created' && event.function === 'think') return { ...event, function: name };
        return event.kind === 'frame-left' && event.frame !== 1 ? { ...event, how: 'raised' } : event;
      });
    expect(compareTraces(twoSleeps, closing('body'))).toBeNull();
    expect(compareTraces(twoSleeps, closing('think'))).toMatchObject({ aspect: 'frames' });
  });

  it('treats a generator that returns because it is closed like one that lets GeneratorExit through', () => {
    const returning = change(runningAverage, (event) =>
      event.kind === 'frame-left' ? { ...event, how: 'returned', value: 'None' } : event,
    );
    expect(compareTraces(runningAverage, returning)).toBeNull();
    const open = change(returning, (event) =>
      event.kind === 'frame-resumed' && event.how === 'close' ? { ...event, how: 'next' } : event,
    );
    expect(compareTraces(returning, open)).toMatchObject({ aspect: 'frames' });
  });

  it('finds another outcome', () => {
    const stopped: Trace = { ...twoSleeps, outcome: { kind: 'stopped', limit: 'iterations' } };
    const difference = compareTraces(twoSleeps, stopped);
    expect(difference && describeDifference(difference, twoSleeps, stopped)).toBe(
      'The outcome differs. CPython 3.14.2: finishes. CPython 3.14.2: is stopped at the limit of iterations.',
    );
  });
});
