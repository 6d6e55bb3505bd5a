import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeTaskTrace } from '../trace/fixtures/write-task-trace.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { stepAtX, findStepMiddle } from './locate-step.ts';
import { openRun } from '../trace/open-run.ts';

const anyTaskTrace = fc.array(fc.nat({ max: 249 }), { maxLength: 40, size: 'max' }).map(writeTaskTrace);

it('finds every step at its own place, on both axes', () => {
  fc.assert(
    fc.property(anyTaskTrace, fc.constantFrom('step' as const, 'time' as const), (trace, axis) => {
      const geometry = layoutTimeline(openRun(trace), { axis });
      for (const { step } of geometry.columns) expect(stepAtX(geometry, findStepMiddle(geometry, step))).toBe(step);
    }),
  );
});

it('returns the first or the last step for places and numbers outside the run', () => {
  const geometry = layoutTimeline(openRun(twoSleeps));
  expect([stepAtX(geometry, -50), stepAtX(geometry, 5000)]).toEqual([1, 26]);
  expect([findStepMiddle(geometry, 0), findStepMiddle(geometry, 99)]).toEqual([
    findStepMiddle(geometry, 1),
    findStepMiddle(geometry, 26),
  ]);
});

it('assigns an edge to the step that begins there', () => {
  const geometry = layoutTimeline(openRun(twoSleeps));
  expect(stepAtX(geometry, geometry.columns[4]?.x ?? 0)).toBe(5);
});

it('finds nothing in an empty run', () => {
  const geometry = layoutTimeline(openRun({ ...twoSleeps, events: [] }));
  expect([stepAtX(geometry, 10), findStepMiddle(geometry, 1)]).toEqual([0, 0]);
});
