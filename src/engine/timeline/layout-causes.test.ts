import { expect, it } from 'vitest';
import { cancellation } from '../trace/fixtures/cancellation.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { openRun } from '../trace/open-run.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { findStepMiddle } from './locate-step.ts';

it.each([
  [
    'two sleeps',
    twoSleeps,
    // `main` is woken in step 24 by the end of `think(5)`, which was step 22.
    ['1 → 1 main', '3 → 3 think(5)', '4 → 4 think(2)', '13 → 13 think(2)', '19 → 19 think(5)', '22 → 24 main'],
  ],
  [
    'a cancellation',
    cancellation,
    // `worker` is woken by the request of step 10, and `main` by the end of `worker` in step 15.
    ['1 → 1 main', '3 → 3 worker', '8 → 8 main', '10 → 10 worker', '10 → 11 worker', '15 → 16 main'],
  ],
])('an arrow leads from the step that was the cause to the step that it caused: %s', (_, trace, told) => {
  const geometry = layoutTimeline(openRun(trace));
  const { causes, lanes } = geometry;
  expect(causes.map(({ origin, step, lane }) => `${origin} → ${step} ${lanes[lane]?.name ?? ''}`)).toEqual(told);
  for (const { origin, step, from, to } of causes)
    expect([from.x, to.x]).toEqual([findStepMiddle(geometry, origin), findStepMiddle(geometry, step)]);
});

it('an arrow goes from edge to edge, down or up, and covers neither lane', () => {
  const { causes, lanes } = layoutTimeline(openRun(twoSleeps));
  const [loop, main, five] = lanes.map(({ y, height }) => ({ top: y, bottom: y + height }));
  const ends = causes.map(({ step, from, to }) => [step, from.y, to.y]);
  expect(ends[0]).toEqual([1, loop?.bottom, main?.top]);
  expect(ends.at(-1)).toEqual([24, five?.top, main?.bottom]);
});
