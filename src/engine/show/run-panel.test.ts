import { describe, expect, it } from 'vitest';
import { twoSleeps } from '../trace/fixtures/two-sleeps.ts';
import type { Trace } from '../trace/event/events.ts';
import { writeTrace } from '../trace/fixtures/write-trace.ts';
import { renderPanel } from './render-panel.ts';
import { listFilled, describePanel } from './run-panel.ts';
import { openRun } from '../trace/open-run.ts';

describe('the clock beside the drawing', () => {
  it('stays at the iteration of the last step, although the loop runs on to clean up', () => {
    const last = twoSleeps.events.at(-1);
    const begins = twoSleeps.events.find(({ kind }) => kind === 'iteration-begins');
    if (last === undefined || begins === undefined) throw new Error('Expected a run with iterations.');
    const { seq, time, iteration } = last;
    const after = { ...begins, seq: seq + 1, time, iteration: iteration + 1 };
    const trace: Trace = { ...twoSleeps, events: [...twoSleeps.events, after] };
    const end = openRun(trace).stateAfter(after.seq);
    expect(end.iteration).toBe(iteration + 1);
    expect(describePanel(openRun(trace), end)[0]?.items[0]?.detail).toBe(`iteration ${iteration}`);
  });
});

describe('a list beside the drawing', () => {
  it('shows what runs next, which timer is due first, and what each task waits for', () => {
    const create = (id: number, name: string) =>
      [
        { kind: 'task-created', id, name, coroutine: name, eager: false },
        { kind: 'task-ready', id },
      ] as const;
    const trace = writeTrace([
      ...create(1, 'main'),
      { kind: 'iteration-begins', ready: 1, timers: 0 },
      { kind: 'step-begins', id: 1 },
      ...create(2, 'slow'),
      ...create(3, 'quick'),
      { kind: 'timer-set', timer: 1, when: null, label: 'never' },
      { kind: 'timer-set', timer: 2, when: 60, label: 'timeout' },
      { kind: 'timer-set', timer: 3, when: 2, label: 'sleep(2)' },
      { kind: 'callback-ready', handle: 1, label: 'tick' },
      { kind: 'task-waits', id: 1, on: { what: 'task', id: 3, label: 'quick' } },
    ]);
    const run = openRun(trace);
    const told = describePanel(run, run.end).map(({ heading, items }) =>
      [heading, ...items.map(({ name, detail }) => `${name}${detail === undefined ? '' : `, ${detail}`}`)].join(': '),
    );
    expect(told).toEqual([
      'Clock: 0 s, iteration 1',
      'Ready: slow: quick: tick',
      'Timers: sleep(2), at 2 s: timeout, at 60 s: never, never',
      'Waiting: main, on quick',
    ]);
  });

  it('has a place only if the run has something for it, and shows nothing while it is empty', () => {
    const created = { kind: 'task-created', id: 1, name: 't', coroutine: 'work', eager: false } as const;
    const run = openRun(writeTrace([created, { kind: 'task-ready', id: 1 }, { kind: 'step-begins', id: 1 }]), 'tasks');
    const html = renderPanel(describePanel(run, run.end), listFilled(run));
    expect([...html.matchAll(/data-list="(\w+)"/g)].map(([, key]) => key)).toEqual(['clock', 'ready']);
    expect(html).toContain('<p class="heading">Ready</p><ol></ol>');
  });

  it('shows a hundred entries and says how many more there are', () => {
    const created = Array.from({ length: 130 }, (_, index) => [
      { kind: 'task-created', id: index + 1, name: `t${index + 1}`, coroutine: 'work', eager: false } as const,
      { kind: 'task-ready', id: index + 1 } as const,
    ]).flat();
    const run = openRun(
      writeTrace([...created, { kind: 'task-waits', id: 1, on: { what: 'tick', label: 'x' } }]),
      'tasks',
    );
    const ready = describePanel(run, run.end).find(({ key }) => key === 'ready');
    expect(ready?.items).toHaveLength(101);
    expect(ready?.items.at(-1)?.name).toBe('and 30 more');
  });
});
