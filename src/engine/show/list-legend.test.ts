import { describe, expect, it } from 'vitest';
import { cancellation } from '../trace/fixtures/cancellation.ts';
import { crossedLocks } from '../trace/fixtures/crossed-locks.ts';
import { failingTask } from '../trace/fixtures/failing-task.ts';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { listLegend } from './list-legend.ts';
import { openRun } from '../trace/open-run.ts';

describe('the legend of a run', () => {
  it('explains timers if the run sets some', () => {
    expect(listLegend(openRun(twoSleeps))).toEqual(
      new Set(['running', 'ready', 'waiting', 'done', 'print', 'jump', 'baton', 'timer']),
    );
    expect(listLegend(openRun(crossedLocks))).toEqual(new Set(['running', 'ready', 'waiting', 'baton']));
  });

  it('explains how tasks end if some do not end well', () => {
    expect(listLegend(openRun(failingTask))).toContain('failed');
    expect(listLegend(openRun(failingTask))).not.toContain('cancelled');
    expect(listLegend(openRun(cancellation))).toContain('cancelled');
  });

  it('explains a closed generator as done, and not as failed', () => {
    expect(listLegend(openRun(runningAverage))).toContain('done');
    expect(listLegend(openRun(runningAverage))).not.toContain('failed');
  });

  it('explains what passes between frames, and no queues', () => {
    expect(
      [...listLegend(openRun(runningAverage))].filter((key) => ['ready', 'waiting', 'timer'].includes(key)),
    ).toEqual([]);
    expect(listLegend(openRun(runningAverage))).toContain('suspended');
  });

  it('explains no frames for plain code that prints', () => {
    const plain = writeTrace([
      { kind: 'frame-created', frame: 1, function: 'main', type: 'function', line: 1 },
      { kind: 'frame-resumed', frame: 1, by: null, how: 'next', line: 1 },
      { kind: 'output', text: 'x' },
      { kind: 'frame-left', frame: 1, how: 'returned', line: 1 },
    ]);
    expect(listLegend(openRun(plain))).toEqual(new Set(['program', 'running', 'print']));
  });

  it('explains a request to cancel if there is one', () => {
    expect(listLegend(openRun(cancellation))).toContain('request');
    expect(listLegend(openRun(failingTask))).not.toContain('request');
  });

  it('explains nothing for a run that ended before its first step', () => {
    expect(listLegend(openRun({ ...twoSleeps, events: [] }))).toEqual(new Set());
  });
});
