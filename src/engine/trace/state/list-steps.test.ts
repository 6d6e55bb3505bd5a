import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trace } from '../event/events.ts';
import { writeFrameTrace } from '../fixtures/write-frame-trace.ts';
import { writeTaskTrace } from '../fixtures/write-task-trace.ts';
import { crossedLocks } from '../fixtures/crossed-locks.ts';
import { nestedYieldFrom } from '../fixtures/nested-yield-from.ts';
import { runningAverage } from '../fixtures/running-average.ts';
import { twoSleeps } from '../fixtures/two-sleeps.ts';
import { writeTrace } from '../fixtures/write-trace.ts';
import { openRun } from '../open-run.ts';

const anyTaskTrace = fc.array(fc.nat({ max: 249 }), { maxLength: 40, size: 'max' }).map(writeTaskTrace);
const anyFrameTrace = fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: 'max' }).map(writeFrameTrace);

const kinds = (trace: Trace): string[] => openRun(trace).steps.map(({ event }) => event.kind);

describe('the steps of a run seen as tasks', () => {
  it('are the decisions about tasks, the lines printed and the moves of the clock', () => {
    expect(kinds(twoSleeps)).toEqual([
      ...['task-created', 'step-begins', 'task-created', 'task-created', 'task-waits'],
      ...['step-begins', 'output', 'task-waits', 'step-begins', 'output', 'task-waits'],
      ...['clock-jumped', 'task-ready', 'step-begins', 'output', 'task-ended', 'callback-runs'],
      ...['clock-jumped', 'task-ready', 'step-begins', 'output', 'task-ended', 'callback-runs'],
      ...['task-ready', 'step-begins', 'task-ended'],
    ]);
  });

  it('count being created and joining the queue as one step', () => {
    const [first] = openRun(twoSleeps).steps;
    expect([first?.event.kind, twoSleeps.events[first?.last ?? 0]?.kind]).toEqual(['task-created', 'task-ready']);
  });

  it('count a bare suspension and joining the queue again as one step', () => {
    expect(kinds(crossedLocks).filter((kind) => kind === 'task-ready')).toEqual([]);
  });

  it('end with what the program does, not with what the loop does to shut down', () => {
    expect(openRun(twoSleeps).steps.at(-1)?.event.kind).toBe('task-ended');
  });

  it('include callbacks and timers of the program, but not those of the library', () => {
    const trace = writeTrace([
      { kind: 'task-created', id: 1, name: 'main', coroutine: 'main', eager: false },
      { kind: 'task-ready', id: 1 },
      { kind: 'iteration-begins', ready: 1, timers: 0 },
      { kind: 'step-begins', id: 1 },
      { kind: 'callback-ready', handle: 1, label: 'asked' },
      { kind: 'timer-set', timer: 1, when: 3, label: 'asked' },
      { kind: 'timer-set', timer: 2, when: 1, label: 'sleep(1)' },
      { kind: 'task-waits', id: 1, on: { what: 'sleep', label: 'sleep(1)', until: 1 } },
      { kind: 'iteration-begins', ready: 1, timers: 2 },
      { kind: 'callback-runs', handle: 1 },
      { kind: 'clock-jumped', from: 0, time: 1 },
      { kind: 'timer-fired', timer: 2 },
      { kind: 'callback-ready', handle: 2, label: 'sleep(1)' },
      { kind: 'iteration-begins', ready: 1, timers: 1 },
      { kind: 'callback-runs', handle: 2 },
      { kind: 'task-ready', id: 1 },
      { kind: 'clock-jumped', from: 1, time: 3 },
      { kind: 'timer-fired', timer: 1 },
      { kind: 'callback-ready', handle: 3, label: 'asked' },
      { kind: 'iteration-begins', ready: 2, timers: 0 },
      { kind: 'callback-runs', handle: 3 },
    ]);
    expect(kinds(trace)).toEqual([
      ...['task-created', 'step-begins', 'callback-ready', 'timer-set', 'task-waits', 'callback-runs'],
      ...['clock-jumped', 'task-ready', 'clock-jumped', 'callback-runs'],
    ]);
  });
});

describe('the steps of a run seen as frames', () => {
  it('are resumptions, suspensions, exits and lines printed', () => {
    expect(kinds(runningAverage)).toEqual([
      ...['frame-resumed', 'frame-suspended', 'frame-resumed', 'frame-suspended', 'output'],
      ...['frame-resumed', 'frame-suspended', 'output', 'frame-resumed', 'frame-left'],
    ]);
  });

  it('include a call if the trace separates it from the first resumption', () => {
    expect(kinds(nestedYieldFrom).slice(0, 3)).toEqual(['frame-created', 'frame-resumed', 'frame-resumed']);
  });

  it('combine delegating frames with the frame that they delegate to', () => {
    const events = openRun(nestedYieldFrom).steps.map(({ event }) =>
      'frame' in event ? `${event.kind} ${event.frame}` : event.kind,
    );
    expect(events.slice(4, 7)).toEqual(['frame-suspended 3', 'frame-resumed 3', 'frame-left 3']);
  });
});

describe('the steps of any run', () => {
  it('are numbered from 1, and each ends before the next begins', () => {
    fc.assert(
      fc.property(fc.oneof(anyTaskTrace, anyFrameTrace), (trace) => {
        const steps = openRun(trace).steps;
        for (const [index, { number, event, last }] of steps.entries()) {
          expect(number).toBe(index + 1);
          expect(last).toBeGreaterThanOrEqual(event.seq);
          expect(steps[index + 1]?.event.seq ?? Infinity).toBeGreaterThan(last);
        }
      }),
    );
  });

  it('include every line printed, and every resumption and end of a task, once', () => {
    fc.assert(
      fc.property(anyTaskTrace, (trace) => {
        const always = new Set(['output', 'step-begins', 'task-ended', 'task-waits', 'clock-jumped', 'task-created']);
        const expected = trace.events.filter(({ kind }) => always.has(kind)).map(({ seq }) => seq);
        const found = openRun(trace)
          .steps.map(({ event }) => event)
          .filter(({ kind }) => always.has(kind));
        expect(found.map(({ seq }) => seq)).toEqual(expected);
      }),
    );
  });
});
