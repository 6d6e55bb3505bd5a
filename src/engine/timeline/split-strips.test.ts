import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { writeFrameTrace } from '../trace/fixtures/write-frame-trace.ts';
import { writeTaskTrace } from '../trace/fixtures/write-task-trace.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { drawFigure } from './draw-figure.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { splitStrips } from './split-strips.ts';
import { openRun } from '../trace/open-run.ts';

const anyTaskTrace = fc.array(fc.nat({ max: 249 }), { maxLength: 60, size: 'max' }).map(writeTaskTrace);
const anyFrameTrace = fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: 'max' }).map(writeFrameTrace);

it('cuts any run into strips that fit, join without a gap, and split no step', () => {
  fc.assert(
    fc.property(fc.oneof(anyTaskTrace, anyFrameTrace), fc.integer({ min: 200, max: 800 }), (trace, room) => {
      const geometry = layoutTimeline(openRun(trace));
      const strips = splitStrips(geometry, room);
      let end = 0;
      for (const { x, width } of strips) {
        expect(x).toBe(end);
        end = x + width;
        const steps = geometry.columns.filter((column) => column.x >= x && column.x < end);
        if (steps.length > 1) expect(width).toBeLessThanOrEqual(room + (end === geometry.width ? 1 : 0));
        if (end < geometry.width) expect(geometry.columns.map((column) => column.x)).toContain(end);
      }
      expect(end).toBeCloseTo(geometry.width);
    }),
  );
});

it('makes the strips of a run about as wide as each other, rather than the last one a single step', () => {
  const lines = writeTrace(Array.from({ length: 26 }, (_, index) => ({ kind: 'output', text: `${index}` }) as const));
  const geometry = layoutTimeline(openRun(lines));
  expect(geometry.width).toBe(26 * 24 + 2);
  const strips = splitStrips(geometry, 25 * 24 + 1);
  expect(strips.map(({ width }) => width)).toEqual([13 * 24 + 1, 13 * 24 + 1]);
});

it('does not cut through words if there is room for a cut beside them', () => {
  const geometry = layoutTimeline(openRun(twoSleeps));
  const words = geometry.segments.flatMap(({ label }) => (label ? [label] : []));
  const cuts = splitStrips(geometry, 400)
    .slice(1)
    .map(({ x }) => x);
  expect(cuts.length).toBeGreaterThan(0);
  for (const cut of cuts) expect(words.filter(({ x, text }) => x < cut && x + text.length * 6.6 > cut)).toEqual([]);
});

it('draws strips only for a run that is too wide for paper', () => {
  expect(drawFigure(layoutTimeline(openRun(twoSleeps)), 'run')).not.toContain('timeline-strips');
  const wide = layoutTimeline(openRun(writeTaskTrace(Array.from({ length: 40 }, (_, index) => index % 5))));
  expect(drawFigure(wide, 'run').match(/<use href="#run-run"\/>/g)?.length).toBe(
    splitStrips(wide, 760 - wide.namesWidth).length,
  );
});
