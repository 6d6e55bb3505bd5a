import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeFrameTrace } from '../trace/fixtures/write-frame-trace.ts';
import { writeTaskTrace } from '../trace/fixtures/write-task-trace.ts';
import { crossedLocks } from '../trace/fixtures/crossed-locks.ts';
import { nestedYieldFrom } from '../trace/fixtures/nested-yield-from.ts';
import { runningAverage } from '../trace/fixtures/running-average.ts';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import type { Geometry, Segment } from './geometry.ts';
import { findReadingEnd } from './layout-columns.ts';
import { layoutTimeline, type LayoutOptions } from './layout-timeline.ts';
import { openRun } from '../trace/open-run.ts';

const anyTaskTrace = fc.array(fc.nat({ max: 249 }), { maxLength: 40, size: 'max' }).map(writeTaskTrace);
const anyFrameTrace = fc.array(fc.nat({ max: 99 }), { maxLength: 40, size: 'max' }).map(writeFrameTrace);

const anyGeometry: fc.Arbitrary<Geometry> = fc
  .tuple(
    fc.oneof(anyTaskTrace, anyFrameTrace),
    fc.record<LayoutOptions>({ axis: fc.constantFrom('step', 'time'), size: fc.constantFrom('full', 'small') }),
  )
  .map(([trace, options]) => layoutTimeline(openRun(trace), options));

const statesOf = ({ lanes, segments }: Geometry, name: string): string[] =>
  segments
    .filter(({ lane }) => lanes[lane]?.name === name)
    .map(({ state, from, to, label }) => `${from}–${to} ${state}${label ? ` ${label.text}` : ''}`);

describe('the lanes of a run', () => {
  it('show each task from its creation to its end', () => {
    const geometry = layoutTimeline(openRun(twoSleeps));
    expect(geometry.lanes.map(({ name }) => name)).toEqual(['event loop', 'main', 'think(5)', 'think(2)']);
    expect(statesOf(geometry, 'event loop')).toEqual(['12–12 idle', '17–17 running', '18–18 idle', '23–24 running']);
    expect(statesOf(geometry, 'main')).toEqual([
      '1–1 ready',
      '2–5 running',
      '6–23 waiting on gather(think(5), think(2))',
      '24–24 ready',
      '25–25 running',
      '26–26 done',
    ]);
    expect(statesOf(geometry, 'think(2)')).toEqual([
      '4–8 ready',
      '9–11 running',
      '12–12 waiting',
      '13–13 ready',
      '14–15 running',
      '16–16 done',
    ]);
  });

  it('keep a suspended frame on the page while its caller continues', () => {
    const geometry = layoutTimeline(openRun(nestedYieldFrom));
    expect(statesOf(geometry, 'main')).toEqual([
      '1–1 created',
      '2–2 running',
      '3–4 calling',
      '5–5 running',
      '6–7 calling',
      '8–9 running',
      '10–10 done',
    ]);
    expect(statesOf(geometry, 'outer')).toEqual([
      '3–3 running',
      '4–4 calling',
      '5–5 suspended line 6',
      '6–6 calling',
      '7–7 running',
      '8–10 suspended line 7',
    ]);
    expect(statesOf(geometry, 'inner')).toEqual(['4–4 running', '5–5 suspended', '6–6 running', '7–7 done']);
    expect(geometry.links.map(({ step }) => step)).toEqual([5]);
  });

  it('say in words after its end that a task was destroyed while it was pending', () => {
    const trace = writeTrace([
      { kind: 'task-created', id: 1, name: 'main', coroutine: 'main', eager: false },
      { kind: 'task-ready', id: 1 },
      { kind: 'step-begins', id: 1 },
      { kind: 'task-created', id: 2, name: 'lost', coroutine: 'lost', eager: false },
      { kind: 'task-ready', id: 2 },
      { kind: 'unretrieved', id: 2, error: { name: 'RuntimeError', message: 'Task was destroyed but it is pending!' } },
      ...Array.from({ length: 8 }, () => ({ kind: 'output', text: 'on' }) as const),
    ]);
    const geometry = layoutTimeline(openRun(trace));
    expect(statesOf(geometry, 'lost')).toEqual(['3–3 ready', '4–4 destroyed destroyed while pending']);
    const end = geometry.segments.find(({ state }) => state === 'destroyed');
    expect(end?.title).toBe('lost: destroyed while pending');
    expect(end?.label?.x).toBeGreaterThan((end?.x ?? 0) + (end?.width ?? 0));
    expect(geometry.marks.find(({ step }) => step === 4)).toMatchObject({ kind: 'failed', lane: end?.lane });
  });

  it('tie frames that delegate, and never the tasks that have the same numbers', () => {
    const trace = writeTrace([
      { kind: 'task-created', id: 1, name: 'main', coroutine: 'main', eager: false },
      { kind: 'task-ready', id: 1 },
      { kind: 'step-begins', id: 1 },
      { kind: 'frame-created', frame: 1, function: 'main', type: 'coroutine', line: 5 },
      { kind: 'frame-resumed', frame: 1, by: null, how: 'send', line: 5 },
      { kind: 'task-created', id: 2, name: 'worker', coroutine: 'worker', eager: false },
      { kind: 'task-ready', id: 2 },
      { kind: 'frame-created', frame: 2, function: 'inner', type: 'coroutine', line: 1 },
      { kind: 'frame-resumed', frame: 2, by: 1, how: 'send', line: 1 },
      { kind: 'frame-suspended', frame: 2, line: 2, delegates: false },
      { kind: 'frame-suspended', frame: 1, line: 6, delegates: true },
      { kind: 'task-waits', id: 1, on: { what: 'task', id: 2, label: 'worker' } },
      { kind: 'step-begins', id: 2 },
    ]);
    const tell = ({ links, lanes }: Geometry): readonly string[] =>
      links.map(({ y1, y2 }) =>
        [lanes.find(({ y, height }) => y + height === y1), lanes.find(({ y }) => y === y2)]
          .map((lane) => lane?.name)
          .join(' and '),
      );
    expect(tell(layoutTimeline(openRun(trace, 'frames')))).toEqual(['main and inner']);
    expect(tell(layoutTimeline(openRun(trace, 'tasks')))).toEqual([]);
  });

  it('show the place in the queue whenever it changes', () => {
    const { marks, lanes } = layoutTimeline(openRun(twoSleeps));
    const places = marks
      .filter(({ kind }) => kind === 'place')
      .map(({ lane, step, text }) => `${lanes[lane]?.name ?? ''} ${text ?? ''} ${step ?? '-'}`);
    expect(places).toEqual([
      'main 1 1',
      'think(5) 1 3',
      'think(2) 2 4',
      'think(2) 1 -',
      'think(2) 1 13',
      'think(5) 1 19',
      'main 1 24',
    ]);
  });

  it('show where a deadlock was found', () => {
    const { deadlocks, readings, width } = layoutTimeline(openRun(crossedLocks));
    expect(deadlocks.map(({ step }) => step)).toEqual([11]);
    expect(readings.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['deadlock deadlock']);
    expect((readings[0]?.x ?? 0) + 8 * 6.6).toBeLessThanOrEqual(width);
  });

  it('are crossed from the first to the last by the line of a deadlock, in the middle of its step', () => {
    const { deadlocks, lanes, columns } = layoutTimeline(openRun(crossedLocks));
    const [first, last, column] = [lanes[0], lanes.at(-1), columns[10]];
    expect(deadlocks).toEqual([
      {
        step: 11,
        x: (column?.x ?? 0) + (column?.width ?? 0) / 2,
        y1: first?.y,
        y2: (last?.y ?? 0) + (last?.height ?? 0),
      },
    ]);
  });

  it('tie two frames once, where one begins to be suspended in the other, however long that lasts', () => {
    const trace = writeTrace([
      { kind: 'frame-created', frame: 1, function: 'outer', type: 'generator', line: 1 },
      { kind: 'frame-resumed', frame: 1, by: null, how: 'next', line: 1 },
      { kind: 'frame-created', frame: 2, function: 'inner', type: 'generator', line: 5 },
      { kind: 'frame-resumed', frame: 2, by: 1, how: 'next', line: 5 },
      { kind: 'frame-suspended', frame: 2, line: 6, value: '1', delegates: false },
      { kind: 'frame-suspended', frame: 1, line: 2, value: '1', delegates: true },
      { kind: 'output', text: 'one' },
      { kind: 'output', text: 'two' },
      { kind: 'frame-resumed', frame: 1, by: null, how: 'next', line: 2 },
      { kind: 'frame-resumed', frame: 2, by: 1, how: 'next', line: 6 },
      { kind: 'frame-suspended', frame: 2, line: 7, value: '2', delegates: false },
      { kind: 'frame-suspended', frame: 1, line: 2, value: '2', delegates: true },
    ]);
    expect(layoutTimeline(openRun(trace)).links.map(({ step }) => step)).toEqual([3, 7]);
  });
});

describe('causes', () => {
  it('lead to a task from whatever created or woke it', () => {
    const { causes, lanes } = layoutTimeline(openRun(twoSleeps));
    const laneAt = (y: number): string => lanes.find((lane) => y >= lane.y && y <= lane.y + lane.height)?.name ?? '';
    expect(causes.map(({ step, from, to }) => `${step}: ${laneAt(from.y)} → ${laneAt(to.y)}`)).toEqual([
      '1: event loop → main',
      '3: main → think(5)',
      '4: main → think(2)',
      '13: event loop → think(2)',
      '19: event loop → think(5)',
      '24: think(5) → main',
    ]);
  });
});

describe('the iterations of the loop', () => {
  it('are numbered under their own steps', () => {
    const { iterations, columns } = layoutTimeline(openRun(twoSleeps));
    const stepAt = (edge: number): number => columns.findIndex(({ x }) => x === edge) + 1;
    expect(iterations.map(({ iteration, x }) => `${iteration} from step ${stepAt(x)}`)).toEqual([
      '1 from step 2',
      '2 from step 6',
      '3 from step 13',
      '4 from step 14',
      '5 from step 17',
      '6 from step 19',
      '7 from step 20',
      '8 from step 23',
      '9 from step 25',
    ]);
    for (const [index, { x }] of iterations.slice(1).entries())
      expect((iterations[index]?.x ?? 0) + (iterations[index]?.width ?? 0)).toBe(x);
  });
});

describe('the baton', () => {
  it('comes from the program if the program drives the first frame, and otherwise begins in its first step', () => {
    const driven = layoutTimeline(openRun(runningAverage));
    const [program, average] = driven.lanes.map(({ y, height }) => y + height / 2);
    expect(driven.baton[0]).toMatchObject({ step: 1, from: { x: driven.columns[0]?.x, y: program } });
    expect(driven.baton[0]?.to.y).toBe(average);
    const { baton, columns, lanes } = layoutTimeline(openRun(twoSleeps));
    const middle = (columns[0]?.x ?? 0) + (columns[0]?.width ?? 0) / 2;
    expect(baton[0]?.from).toEqual({ x: middle, y: (lanes[0]?.y ?? 0) + (lanes[0]?.height ?? 0) / 2 });
  });
});

describe('the axis of time', () => {
  it('makes a jump as wide as it is long and keeps steps visible that take no time', () => {
    const { columns } = layoutTimeline(openRun(twoSleeps), { axis: 'time' });
    const widths = columns.map(({ width }) => width);
    expect(widths[11]).toBe(154);
    expect(widths[17]).toBe(230);
    expect(new Set(widths.filter((_, index) => index !== 11 && index !== 17))).toEqual(new Set([16]));
  });

  it('reads the clock at the end of each jump', () => {
    const { readings, columns } = layoutTimeline(openRun(twoSleeps), { axis: 'time' });
    expect(readings.map(({ text, x }) => [text, x])).toEqual([
      ['0 s', columns[0]?.x],
      ['2 s', columns[12]?.x],
      ['5 s', columns[18]?.x],
    ]);
  });
});

describe('a long run', () => {
  const prints = Array.from({ length: 30 }, (_, index) => ({ kind: 'output', text: `${index}` }) as const);
  const long = writeTrace([{ kind: 'task-created', id: 1, name: 'main', coroutine: 'main', eager: false }, ...prints]);

  it('is drawn up to a number of steps, and says how many are left', () => {
    const { columns, readings, description } = layoutTimeline(openRun(long), { most: 20 });
    expect(columns).toHaveLength(20);
    expect(readings.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['omitted 11 more']);
    expect(description).toBe(
      '1 task, main: 31 steps. It prints 30 lines and finishes. Only the first 20 steps are drawn.',
    );
  });

  it('says so even if there is a clock reading at its end', () => {
    const { readings, width } = layoutTimeline(openRun(twoSleeps), { most: 12 });
    expect(readings.map(({ text }) => text)).toEqual(['0 s', '2 s', expect.stringMatching(/^\d+ more$/)]);
    expect(Math.max(...readings.map(findReadingEnd))).toBeLessThanOrEqual(width);
  });

  it('shows only the lanes that have appeared by then', () => {
    const late = writeTrace([
      ...prints,
      { kind: 'task-created', id: 1, name: 'late', coroutine: 'late', eager: false },
    ]);
    expect(layoutTimeline(openRun(late), { most: 20 }).lanes.map(({ name }) => name)).toEqual([
      'program',
      'event loop',
    ]);
  });
});

describe('a crowd', () => {
  it('shows places in the queue only when they are new', () => {
    const tasks = Array.from({ length: 13 }, (_, index) => index + 1);
    const trace = writeTrace([
      ...tasks.flatMap((id) => [
        { kind: 'task-created', id, name: `task ${id}`, coroutine: 'task', eager: false } as const,
        { kind: 'task-ready', id } as const,
      ]),
      { kind: 'step-begins', id: 1 },
    ]);
    const places = layoutTimeline(openRun(trace)).marks.filter(({ kind }) => kind === 'place');
    expect(places.map(({ text }) => text)).toEqual(tasks.map(String));
  });
});

describe('the drawing of any run', () => {
  it('has at most one lane running in any step', () => {
    fc.assert(
      fc.property(anyGeometry, ({ segments, columns }) => {
        const running = segments.filter(({ state }) => state === 'running');
        for (const { step } of columns) {
          expect(running.filter(({ from, to }) => from <= step && step <= to).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('has no overlapping stretches in a lane, and none without width', () => {
    fc.assert(
      fc.property(anyGeometry, ({ segments, lanes }) => {
        for (const lane of lanes.keys()) {
          let free = 0;
          for (const { x, width } of segments.filter((segment) => segment.lane === lane)) {
            expect(x).toBeGreaterThanOrEqual(free);
            expect(width).toBeGreaterThan(0);
            free = x + width;
          }
        }
      }),
    );
  });

  it('has a column and, in full size, a sign for every step exactly once', () => {
    fc.assert(
      fc.property(fc.oneof(anyTaskTrace, anyFrameTrace), (trace) => {
        const { columns, marks } = layoutTimeline(openRun(trace));
        const numbers = openRun(trace).steps.map(({ number }) => number);
        expect(columns.map(({ step }) => step)).toEqual(numbers);
        expect(marks.flatMap(({ step }) => step ?? []).sort((a, b) => a - b)).toEqual(numbers);
      }),
    );
  });

  it('has everything inside the picture', () => {
    fc.assert(
      fc.property(anyGeometry, (geometry) => {
        const { width, height, segments, baton, marks, causes, links, readings, iterations } = geometry;
        const points = [
          ...segments.flatMap((box: Segment) => [box, { x: box.x + box.width, y: box.y + box.height }]),
          ...segments.flatMap(({ label, y }) => (label ? [{ x: label.x + label.text.length * 6.6, y }] : [])),
          ...causes.flatMap(({ from, to }) => [from, to]),
          ...links.flatMap(({ x, y1, y2 }) => [
            { x, y: y1 },
            { x, y: y2 },
          ]),
          ...readings.flatMap(({ x, text }) => [
            { x, y: 0 },
            { x: x + text.length * 6.6, y: 0 },
          ]),
          ...iterations.map((band) => ({ x: band.x + band.width, y: 0 })),
          ...baton.flatMap(({ from, to }) => [from, to]),
          ...marks,
        ];
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
      }),
    );
  });

  it('has one unbroken baton that follows control', () => {
    fc.assert(
      fc.property(anyGeometry, ({ baton, columns, lanes }) => {
        for (const [index, { from, to }] of baton.entries()) {
          expect(from).toEqual(baton[index - 1]?.to ?? from);
          expect(to.x).toBeGreaterThanOrEqual(from.x);
        }
        for (const { x, width, holder } of columns.slice(1, -1)) {
          const middle = x + width / 2;
          const pass = baton.find(({ from, to }) => from.x <= middle && to.x >= middle);
          const lane = lanes[holder];
          expect(pass?.to.y).toBe(lane && lane.y + lane.height / 2);
        }
      }),
    );
  });

  it('covers the steps of a task without a gap until it ends', () => {
    fc.assert(
      fc.property(anyTaskTrace, (trace) => {
        const { segments, lanes } = layoutTimeline(openRun(trace));
        for (const lane of lanes.keys()) {
          if (lane === 0) continue;
          const own = segments.filter((segment) => segment.lane === lane);
          for (const [index, { from }] of own.slice(1).entries()) expect(from).toBe((own[index]?.to ?? 0) + 1);
        }
      }),
    );
  });

  it('is the same every time it is made', () => {
    fc.assert(
      fc.property(anyTaskTrace, (trace) => {
        const copy = structuredClone(trace);
        expect(layoutTimeline(openRun(copy))).toEqual(layoutTimeline(openRun(trace)));
      }),
      { numRuns: 20 },
    );
  });

  it('without any steps is an empty picture', () => {
    const { columns, width, baton } = layoutTimeline(openRun({ ...twoSleeps, events: [] }));
    expect({ columns, width, baton }).toEqual({ columns: [], width: 2, baton: [] });
  });
});
