import { expect, it } from 'vitest';
import { failingTask } from '../fixtures/failing-task.ts';
import { crossedLocks } from '../fixtures/crossed-locks.ts';
import { nestedYieldFrom } from '../fixtures/nested-yield-from.ts';
import { twoSleeps } from '../fixtures/two-sleeps.ts';
import { writeTrace } from '../fixtures/write-trace.ts';
import { openRun } from '../open-run.ts';

const namesOfTasks = (...tasks: readonly (readonly [name: string, coroutine: string])[]): string[] => [
  ...openRun(
    writeTrace(
      tasks.map(([name, coroutine], index) => ({ kind: 'task-created', id: index + 1, name, coroutine, eager: false })),
    ),
  ).names.tasks.values(),
];

it('calls a task by the name that the program gave it', () => {
  expect([...openRun(twoSleeps).names.tasks.values()]).toEqual(['main', 'think(5)', 'think(2)']);
});

it('calls a task by its coroutine when the program gave it no name', () => {
  expect([...openRun(failingTask).names.tasks.values()]).toEqual(['main', 'fetch']);
});

it('numbers tasks of one name in order of creation', () => {
  expect(namesOfTasks(['Task-1', 'think'], ['Task-2', 'think'], ['other', 'think'])).toEqual([
    'think',
    'think #2',
    'other',
  ]);
});

it('calls frames by their functions', () => {
  expect([...openRun(nestedYieldFrom).names.frames.values()]).toEqual(['main', 'outer', 'inner']);
});

it('numbers locks only if there are several', () => {
  expect(openRun(crossedLocks).names.sync({ object: 'Lock', id: 1 })).toBe('Lock #1');
  expect(openRun(twoSleeps).names.sync({ object: 'Lock', id: 1 })).toBe('Lock');
});

it('calls a wait for a task by the name of that task', () => {
  const on = { what: 'task', id: 2, label: 'Task-2' } as const;
  expect(openRun(failingTask).names.wait(on, null)).toBe('fetch');
});
