import { expect, it } from 'vitest';
import { chooseView } from './choose-view.ts';
import { nestedYieldFrom } from '../fixtures/nested-yield-from.ts';
import { runningAverage } from '../fixtures/running-average.ts';
import { twoSleeps } from '../fixtures/two-sleeps.ts';
import { writeTrace } from '../fixtures/write-trace.ts';

it('shows tasks if there is something to schedule', () => {
  expect(chooseView(twoSleeps)).toBe('tasks');
  expect(chooseView({ ...twoSleeps, events: twoSleeps.events.filter(({ kind }) => !kind.startsWith('frame')) })).toBe(
    'tasks',
  );
});

it('shows frames if generators are driven by plain code or by one task that never waits', () => {
  expect(chooseView(runningAverage)).toBe('frames');
  expect(chooseView(nestedYieldFrom)).toBe('frames');
});

it('shows plain code as a program without frames', () => {
  expect(chooseView(writeTrace([{ kind: 'output', text: 'tea' }]))).toBe('frames');
});

it('shows a single task that calls nothing as a task', () => {
  const created = { kind: 'task-created', id: 1, name: 'main', coroutine: 'main', eager: false } as const;
  expect(chooseView(writeTrace([created]))).toBe('tasks');
});
