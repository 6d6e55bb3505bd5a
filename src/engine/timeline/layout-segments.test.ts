import { expect, it } from 'vitest';
import { nestedYieldFrom } from '../trace/fixtures/nested-yield-from.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { openRun } from '../trace/open-run.ts';
import { layoutTimeline } from './layout-timeline.ts';

it('a stretch begins where its first step does, and ends where its last one does, but for a pixel', () => {
  const { segments, columns } = layoutTimeline(openRun(twoSleeps));
  for (const { from, to, x, width, state } of segments) {
    const [first, last] = [from, to].map((step) => columns.find((column) => column.step === step));
    expect(x - (first?.x ?? NaN)).toBe(state === 'done' ? 0 : 1);
    const left = (last?.x ?? NaN) + (last?.width ?? NaN) - x - width;
    // The end of a task touches the step that it ends.
    const isEnded = segments.some((other) => other.state === 'done' && other.x === x + width);
    expect(left).toBe(isEnded ? 0 : 1);
  }
});

it('a caller is a thin bar in the middle of its lane, and the running frame fills its own', () => {
  const { segments, lanes } = layoutTimeline(openRun(nestedYieldFrom));
  const heights = segments.flatMap(({ state, lane, y, height }) =>
    state === 'running' || state === 'calling' ? [[state, y - (lanes[lane]?.y ?? NaN), height]] : [],
  );
  expect(new Set(heights.map(String))).toEqual(new Set(['running,0,28', 'calling,10.5,7']));
});

it('another callback of the loop begins another stretch', () => {
  const trace = writeTrace([
    { kind: 'task-created', id: 1, name: 'main', coroutine: 'main', eager: false },
    { kind: 'task-ready', id: 1 },
    { kind: 'iteration-begins', ready: 1, timers: 0 },
    { kind: 'step-begins', id: 1 },
    { kind: 'callback-ready', handle: 1, label: 'open' },
    { kind: 'callback-ready', handle: 2, label: 'close' },
    { kind: 'task-ended', id: 1, how: 'returned', value: 'None' },
    { kind: 'iteration-begins', ready: 2, timers: 0 },
    { kind: 'callback-runs', handle: 1 },
    { kind: 'output', text: 'opened' },
    { kind: 'callback-runs', handle: 2 },
  ]);
  const { segments } = layoutTimeline(openRun(trace));
  expect(segments.filter(({ lane }) => lane === 0).map(({ from, to, title }) => `${from}–${to} ${title}`)).toEqual([
    '6–7 event loop: running open',
    '8–8 event loop: running close',
  ]);
});

it('the tooltip of a stretch has the whole name of its lane, and the lane has the part that fits', () => {
  const [name, other] = ['a_function_with_a_long_name', 'main'];
  const trace = writeTrace(
    [name, other].flatMap((each, index) => [
      { kind: 'task-created', id: index + 1, name: each, coroutine: each, eager: false } as const,
      { kind: 'task-ready', id: index + 1 } as const,
    ]),
  );
  const { segments, lanes } = layoutTimeline(openRun(trace));
  expect(segments.map(({ title }) => title)).toEqual([`${name}: ready`, `${other}: ready`]);
  expect(lanes.map(({ label }) => label)).toEqual(['event loop', 'a_function_with_a…', 'main']);
});
