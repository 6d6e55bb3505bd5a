import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trace } from '../../trace/event/events.ts';
import { cancellation } from '../../trace/fixtures/cancellation.ts';
import { writeFrameTrace } from '../../trace/fixtures/write-frame-trace.ts';
import { writeTaskTrace } from '../../trace/fixtures/write-task-trace.ts';
import { type Draft, writeTrace } from '../../trace/fixtures/write-trace.ts';
import { openRun, type Run } from '../../trace/open-run.ts';
import { fillMoments, listLanes, listMoments } from '../../trace/state/list-moments.ts';
import { layoutTable } from '../layout-skeleton.ts';
import { fillSkeleton, layoutTimeline } from '../layout-timeline.ts';
import { chooseWindow, findLeaving, isInside, type RunPart } from './choose-window.ts';
import { isLong } from './is-long.ts';
import { type LanePlan, planLanes } from './lane-plan.ts';
import { layoutOverview } from './layout-overview.ts';
import { listFolds, listWindow } from './list-window.ts';
import { nameGroup } from './name-fold.ts';

const anyRun = fc
  .oneof(
    fc.array(fc.nat({ max: 249 }), { maxLength: 60, size: 'max' }).map(writeTaskTrace),
    fc.array(fc.nat({ max: 99 }), { maxLength: 60, size: 'max' }).map(writeFrameTrace),
  )
  .map((trace) => openRun(trace));

const plan = (run: Run): LanePlan => planLanes(run, listLanes(run, run.steps));

/** A task that creates this many workers, each of which runs, waits for one second, and ends. */
function writeWorkers(count: number): Trace {
  const ids = Array.from({ length: count }, (_, index) => index + 2);
  const drafts: Draft[] = [
    { kind: 'task-created', id: 1, name: 'Task-1', coroutine: 'main', eager: false },
    { kind: 'task-ready', id: 1 },
    { kind: 'step-begins', id: 1 },
  ];
  for (const id of ids) {
    drafts.push({ kind: 'task-created', id, name: `worker(${id - 2})`, coroutine: 'worker', eager: false });
    drafts.push({ kind: 'task-ready', id });
  }
  drafts.push({ kind: 'task-waits', id: 1, on: { what: 'task', id: count, label: 'worker' } });
  for (const id of ids) {
    drafts.push({ kind: 'step-begins', id });
    drafts.push({ kind: 'task-waits', id, on: { what: 'sleep', label: 'sleep(1)', until: 1 } });
  }
  drafts.push({ kind: 'iteration-begins', ready: 0, timers: count });
  for (const id of ids) drafts.push({ kind: 'task-ready', id });
  for (const id of ids) {
    drafts.push({ kind: 'step-begins', id });
    drafts.push({ kind: 'task-ended', id, how: 'returned', value: 'None' });
  }
  return writeTrace(drafts);
}

/** Everything that the drawing has between two steps. */
const draw = (run: Run, part: RunPart): ReturnType<typeof layoutTimeline> =>
  fillSkeleton(run, layoutTable(run, listWindow(run, plan(run), part)));

describe('a part of a run', () => {
  it('shows in each of its steps what the drawing of the whole run shows there', () => {
    fc.assert(
      fc.property(anyRun, fc.nat(), fc.nat({ max: 20 }), (run, start, length) => {
        const { steps } = run;
        if (steps.length === 0) return;
        const from = 1 + (start % steps.length);
        const to = Math.min(from + length, steps.length);
        const whole = listMoments(run).moments.slice(from - 1, to);
        const lanes = listLanes(run, steps);
        const shown = new Set(lanes.ids.filter((id) => id !== null));
        expect(fillMoments(run, steps.slice(from - 1, to), lanes)).toEqual(whole);
        expect(listWindow(run, plan(run), { from, to, shown }).moments).toEqual(whole);
      }),
    );
  });

  it('begins with the lane that had control before, so that the first arrow comes from there', () => {
    const run = openRun(writeFrameTrace([3, 14, 15, 92, 65, 35, 89, 79, 32, 38, 46, 26, 43, 38, 32, 79, 50, 28, 84]));
    const shown = new Set(listLanes(run, run.steps).ids.filter((id) => id !== null));
    const whole = layoutTimeline(run);
    for (const { step, y1, y2, text } of whole.passages) {
      const { passages, lanes } = draw(run, { from: step, to: run.steps.length, shown });
      const lower = (lanes[0]?.y ?? 0) - (whole.lanes[0]?.y ?? 0);
      expect(passages[0]).toMatchObject({ step, y1: y1 + lower, y2: y2 + lower, text });
    }
    expect(whole.passages.length).toBeGreaterThan(3);
  });

  it('says how many steps there are before it and after it, and which it shows', () => {
    const run = openRun(writeWorkers(30));
    const { readings, description } = draw(run, { from: 10, to: 20, shown: new Set() });
    const after = run.steps.length - 20;
    expect(readings.map(({ text }) => text)).toEqual(['9 before', `${after} more`]);
    expect(description).toMatch(/ Steps 10 to 20 are drawn\.$/);
  });
});

describe('lanes that are folded', () => {
  const run = openRun(writeWorkers(60));

  it('stand for all that run the same function, and show their number', () => {
    const part = chooseWindow(run, plan(run), 1, new Set());
    const names = draw(run, part).lanes.map(({ name }) => name);
    expect(names).toEqual(['event loop', 'main', expect.stringMatching(/^worker\(\d+…59\) ×\d+$/), ...names.slice(3)]);
    expect(names.slice(3).every((name) => /^worker\(\d+\)$/.test(name))).toBe(true);
    expect(names).toHaveLength(27);
  });

  it('never have the lane of the step that is shown among them', () => {
    for (const { number, event } of run.steps) {
      const part = chooseWindow(run, plan(run), number, new Set());
      expect(isInside(run, plan(run), part, number)).toBe(true);
      if ('id' in event && event.id !== 1) expect(part.shown).toContain(event.id);
    }
  });

  it('stay as they are until a reader who steps leaves what is drawn', () => {
    const { length } = run.steps;
    for (let number = 0; number <= length; number += 1) {
      const part = chooseWindow(run, plan(run), number, new Set());
      for (const direction of [1, -1] as const) {
        const leaving = findLeaving(run, plan(run), part, number, direction);
        let last = number;
        while (last >= 0 && last <= length && isInside(run, plan(run), part, last)) last += direction;
        expect(leaving).toBe(last < 0 || last > length ? undefined : last);
      }
    }
  });

  it('are chosen anew no more than once in 25 steps, whichever way a reader steps', () => {
    const opened = new Set(plan(run).groups.map(({ name }) => name));
    const { length } = run.steps;
    for (const direction of [1, -1] as const) {
      let at = direction === 1 ? 0 : length;
      let parts = 0;
      for (let next: number | undefined = at; next !== undefined; parts += 1) {
        at = next;
        next = findLeaving(run, plan(run), chooseWindow(run, plan(run), at, opened), at, direction);
      }
      expect(parts).toBeLessThanOrEqual(Math.ceil(length / 25));
    }
  });

  it('show in each step how many of them are in the displayed state', () => {
    const { length } = run.steps;
    const part: RunPart = { from: 1, to: length, shown: new Set([2, 3]) };
    const [fold] = listFolds(plan(run), part);
    const { lanes, moments } = listWindow(run, plan(run), part);
    const at = lanes.findIndex(({ id }) => id === fold?.id);
    const told = moments.map(({ cells }) => cells[at] && [cells[at].state, cells[at].label].join(' ').trim());
    const stretches = told.filter((text, index) => text !== told[index - 1]);
    expect(stretches.slice(0, 6)).toEqual([
      null,
      // From the first that is created to the last.
      'ready 1 to 58',
      'running',
      // While the two separate ones wake up, all others wait.
      'waiting 58',
      'ready 1 to 58',
      'running',
    ]);
    expect(stretches.at(-1)).toBe('done');
  });

  it('are opened around the one that acts', () => {
    const number = run.steps.findLast(({ event }) => 'id' in event && event.id === 40)?.number ?? 0;
    const { shown } = chooseWindow(run, plan(run), number, new Set(['worker']));
    expect(shown.size).toBe(60);
    expect(listFolds(plan(run), { from: 1, to: 80, shown })).toEqual([]);
  });

  it('are named by their first and last call, or by their function if those are too long', () => {
    const name = (ids: readonly number[], most?: number): string => nameGroup(run, { name: 'worker', ids }, most);
    expect([name([2, 3, 61]), name([2, 61], 12), name([2, 61], 5), name([9])]).toEqual([
      'worker(0…59)',
      'worker(0…59)',
      'work…',
      'worker(7)',
    ]);
  });
});

describe('the overview of a run', () => {
  const finish = <Result>(work: Generator<void, Result>): Result => {
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
    }
  };

  it('assigns every step to the row it is about', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const { rows } = finish(layoutOverview(run, plan(run)));
        for (const at of run.steps.keys()) {
          expect(rows.reduce((sum, { busy }) => sum + (busy[at] ?? 0), 0)).toBeCloseTo(1);
        }
      }),
    );
  });

  it('has a row for each group, and one for all that are in none', () => {
    const run = openRun(writeWorkers(300));
    const { rows, failures } = finish(layoutOverview(run, plan(run)));
    expect(rows.map(({ name }) => name)).toEqual(['event loop, main', 'worker(0…299)']);
    const [rest, workers] = rows.map(({ busy }) => busy.reduce((sum, share) => sum + share, 0));
    // Of 1,803 steps in 400 stretches, three are not about workers.
    expect(run.steps).toHaveLength(1803);
    expect([rest, workers].map((sum) => Math.round(sum ?? 0))).toEqual([1, 399]);
    expect(failures).toEqual([]);
  });

  it('marks where something failed, and not where a task was canceled', () => {
    const drafts: Draft[] = [
      { kind: 'task-created', id: 1, name: 'main', coroutine: 'main', eager: false },
      { kind: 'step-begins', id: 1 },
      { kind: 'task-ended', id: 1, how: 'raised', error: { name: 'ValueError', message: 'row' } },
    ];
    const run = openRun(writeTrace(drafts), 'tasks');
    expect(finish(layoutOverview(run, plan(run))).failures).toEqual([2]);
    const canceled = openRun(cancellation);
    expect(finish(layoutOverview(canceled, plan(canceled))).failures).toEqual([]);
  });
});

it('a run is long that has more steps, lanes or events than are drawn at a time', () => {
  const lines = (count: number): Trace =>
    writeTrace(Array.from({ length: count }, (_, index) => ({ kind: 'output', text: `${index}` }) as const));
  expect([500, 501].map((count) => isLong(openRun(lines(count))))).toEqual([false, true]);
  expect([49, 50].map((count) => isLong(openRun(writeWorkers(count), 'tasks')))).toEqual([false, true]);
});
