import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cancellation } from '../trace/fixtures/cancellation.ts';
import { nestedYieldFrom } from '../trace/fixtures/nested-yield-from.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { writeFrameTrace } from '../trace/fixtures/write-frame-trace.ts';
import { writeTaskTrace } from '../trace/fixtures/write-task-trace.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import type { Trace } from '../trace/event/events.ts';
import { listLinks } from '../trace/state/read-state.ts';
import { drawPresent } from './draw-present.ts';
import type { Geometry, Present } from './geometry.ts';
import { layoutPresent } from './layout-present.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { openRun } from '../trace/open-run.ts';

const anyTrace = fc.oneof(
  fc.array(fc.nat({ max: 249 }), { maxLength: 40, size: 'max' }).map(writeTaskTrace),
  fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: 'max' }).map(writeFrameTrace),
);

function presentAt(trace: Trace, step: number, geometry: Geometry = layoutTimeline(openRun(trace))): Present {
  const last = openRun(trace).steps[step - 1]?.last ?? -1;
  return layoutPresent(geometry, openRun(trace).stateAfter(last), step);
}

/** Ties as `main → inner`, by the lanes in which they begin and end. */
function tell(trace: Trace, step: number): string[] {
  const geometry = layoutTimeline(openRun(trace));
  const laneAt = (y: number): string =>
    geometry.lanes.find((lane) => y > lane.y && y < lane.y + lane.height)?.name ?? '?';
  return presentAt(trace, step, geometry).ties.map(({ kind, y1, y2 }) => `${kind} ${laneAt(y1)} → ${laneAt(y2)}`);
}

describe('what holds at a step', () => {
  it('ties a frame to its caller while it runs, and cuts the tie when it suspends', () => {
    expect(tell(nestedYieldFrom, 4)).toEqual(['call main → outer', 'call outer → inner']);
    expect(tell(nestedYieldFrom, 5)).toEqual(['delegation outer → inner']);
    expect(tell(nestedYieldFrom, 6)).toEqual(['call main → outer', 'call outer → inner']);
    expect(tell(nestedYieldFrom, 8)).toEqual([]);
  });

  it('shows the timers that are set, each in its own lane, up to where it is due', () => {
    const geometry = layoutTimeline(openRun(twoSleeps));
    const lanes = geometry.lanes.map(({ name }) => name);
    const timers = presentAt(twoSleeps, 11, geometry).timers.map(({ x1, x2, y, isDue }) => ({
      lane: lanes[geometry.lanes.findIndex((lane) => y > lane.y && y < lane.y + lane.height)],
      from: geometry.columns.findIndex(({ x }) => x === x1) + 1,
      due: geometry.columns.findIndex(({ x }) => x === x2) + 1,
      isDue,
    }));
    expect(timers).toEqual([
      { lane: 'think(2)', from: 12, due: 13, isDue: true },
      { lane: 'think(5)', from: 12, due: 19, isDue: true },
    ]);
    expect(presentAt(twoSleeps, 19, geometry).timers).toEqual([]);
  });

  it('does not call a timer due that the run does not reach', () => {
    const geometry = layoutTimeline(openRun(cancellation));
    const last = geometry.columns.at(-1);
    // The sleep of `worker` until 60 s is canceled at 1 s.
    expect(presentAt(cancellation, 6, geometry).timers.map(({ timer, x2, isDue }) => ({ timer, x2, isDue }))).toEqual([
      { timer: 1, x2: geometry.columns[7]?.x, isDue: true },
      { timer: 2, x2: (last?.x ?? 0) + (last?.width ?? 0), isDue: false },
    ]);
  });

  it('ties an eager task to the task that has started it, while it takes its first step', () => {
    const trace = writeTrace([
      { kind: 'task-created', id: 1, name: 'main', coroutine: 'main', eager: false },
      { kind: 'task-ready', id: 1 },
      { kind: 'step-begins', id: 1 },
      { kind: 'task-created', id: 2, name: 'eager', coroutine: 'work', eager: true },
      { kind: 'step-begins', id: 2 },
      { kind: 'output', text: 'at once' },
      { kind: 'task-waits', id: 2, on: { what: 'sleep', label: 'sleep(1)', until: 1 } },
      { kind: 'output', text: 'after it' },
    ]);
    expect(openRun(trace).steps.map(({ number }) => tell(trace, number).join())).toEqual([
      ...['', '', ''],
      ...['call main → eager', 'call main → eager'],
      ...['', ''],
    ]);
  });

  it('is nothing before the first step', () => {
    expect(presentAt(twoSleeps, 0)).toEqual({ ties: [], timers: [] });
    expect(Object.values(drawPresent(presentAt(twoSleeps, 0))).join('')).toBe('');
  });

  it('ties a task that waits for another to that other, from the one that waits', () => {
    const create = (id: number, name: string) =>
      [
        { kind: 'task-created', id, name, coroutine: name, eager: false },
        { kind: 'task-ready', id },
      ] as const;
    const trace = writeTrace([
      ...create(1, 'main'),
      { kind: 'step-begins', id: 1 },
      ...create(2, 'worker'),
      { kind: 'task-waits', id: 1, on: { what: 'task', id: 2, label: 'worker' } },
      { kind: 'step-begins', id: 2 },
      { kind: 'task-ended', id: 2, how: 'returned', value: 'None' },
      { kind: 'task-ready', id: 1 },
    ]);
    expect(openRun(trace).steps.map(({ number }) => tell(trace, number).join())).toEqual([
      ...['', '', ''],
      ...['wait main → worker', 'wait main → worker', 'wait main → worker'],
      '',
    ]);
  });

  it('is inside the picture and on no other tie, at any step of any run', () => {
    fc.assert(
      fc.property(anyTrace, fc.constantFrom('step', 'time'), (trace, axis) => {
        const geometry = layoutTimeline(openRun(trace), { axis });
        for (const { number } of openRun(trace).steps) {
          const { ties, timers } = presentAt(trace, number, geometry);
          for (const { x, y1, y2 } of ties) {
            expect(Math.min(x, y1, y2)).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(geometry.width);
            expect(Math.max(y1, y2)).toBeLessThanOrEqual(geometry.height);
          }
          for (const { x1, x2, y } of timers) {
            expect(x1).toBeLessThanOrEqual(geometry.width);
            expect(x2).toBeLessThanOrEqual(geometry.width);
            expect(y).toBeLessThanOrEqual(geometry.height);
          }
          const places = timers.map(({ y }) => y);
          expect(new Set(places).size).toBe(places.length);
        }
      }),
    );
  });

  it('ties the frames that are linked, each pair once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: 'max' }).map(writeFrameTrace), (trace) => {
        const geometry = layoutTimeline(openRun(trace));
        for (const { number, last } of openRun(trace).steps) {
          const state = openRun(trace).stateAfter(last);
          const { ties } = layoutPresent(geometry, state, number);
          const driven = state.stack.size > 0 && geometry.lanes[0]?.id === null ? 1 : 0;
          expect(ties.length).toBe(listLinks(state).length + driven);
          expect(new Set(ties.map(({ x, y1, y2 }) => `${x} ${y1} ${y2}`)).size).toBe(ties.length);
        }
      }),
    );
  });
});
