import { expect, it } from 'vitest';
import { cancellation } from '../trace/fixtures/cancellation.ts';
import { failingTask } from '../trace/fixtures/failing-task.ts';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import type { Trace } from '../trace/event/events.ts';
import { openRun } from '../trace/open-run.ts';
import { layoutTimeline } from './layout-timeline.ts';

/** The sign of each step: `3 worker: place 1`. */
function tell(trace: Trace): readonly string[] {
  const { marks, lanes } = layoutTimeline(openRun(trace));
  return marks.flatMap(({ step, lane, kind, text }) =>
    step === null ? [] : [`${step} ${lanes[lane]?.name ?? ''}: ${kind}${text === undefined ? '' : ` ${text}`}`],
  );
}

it('says what happens in a step, in the lane that the step is about', () => {
  expect(tell(cancellation)).toEqual([
    '1 main: place 1',
    '2 main: resume',
    '3 worker: place 1',
    '4 main: suspend',
    '5 worker: resume',
    '6 worker: suspend',
    '7 event loop: jump',
    '8 main: place 1',
    '9 main: resume',
    '10 worker: cancel',
    '11 worker: place 1',
    '12 main: suspend',
    '13 worker: resume',
    '14 worker: print',
    '15 worker: cancelled',
    '16 main: place 1',
    '17 main: resume',
    '18 main: print',
    '19 main: done',
  ]);
});

it('tells an error thrown in from a resumption, and the end of a closed generator from a failure', () => {
  expect(tell(runningAverage)).toEqual([
    '1 average: resume',
    '2 average: stay',
    '3 average: resume',
    '4 average: stay',
    '5 program: print',
    '6 average: throw',
    '7 average: stay',
    '8 program: print',
    '9 average: close',
    '10 average: done',
  ]);
});

it('has another sign for a failure than for a cancellation', () => {
  expect(tell(failingTask).filter((sign) => /failed|cancelled|done/.test(sign))).toEqual([
    '8 fetch: failed',
    '11 main: failed',
  ]);
});

it.each([['step'], ['time']] as const)('is in the middle of its step and of its lane on the axis of %s', (axis) => {
  const { marks, columns, lanes } = layoutTimeline(openRun(twoSleeps), { axis });
  for (const { at, lane, x, y } of marks) {
    const column = columns.find(({ step }) => step === at);
    const row = lanes[lane];
    expect(x).toBe((column?.x ?? NaN) + (column?.width ?? NaN) / 2);
    expect(y).toBe((row?.y ?? NaN) + (row?.height ?? NaN) / 2);
  }
});

it('is inverse on a filled stretch, and only there', () => {
  const filled = ['running', 'done', 'failed', 'cancelled'];
  for (const trace of [twoSleeps, cancellation, failingTask]) {
    const { marks, segments } = layoutTimeline(openRun(trace));
    for (const { at, lane, inverse } of marks) {
      const under = segments.find((segment) => segment.lane === lane && segment.from <= at && at <= segment.to);
      expect(inverse).toBe(filled.includes(under?.state ?? ''));
    }
    expect(new Set(marks.map(({ inverse }) => inverse))).toEqual(new Set([true, false]));
  }
});
