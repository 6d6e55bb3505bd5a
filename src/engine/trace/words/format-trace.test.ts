import { expect, it } from 'vitest';
import { failingTask } from '../fixtures/failing-task.ts';
import { nestedYieldFrom } from '../fixtures/nested-yield-from.ts';
import { writeTrace } from '../fixtures/write-trace.ts';
import { formatTrace } from './format-trace.ts';
import { openRun } from '../open-run.ts';

it('prints a run seen as tasks, with a row for each step', () => {
  expect(formatTrace(openRun(failingTask))).toBe(
    `
2 tasks, main and fetch: 11 steps. It prints nothing and fails with ValueError.

    clock  event loop  main  fetch
 1    0 s              1            The task main is created and is first in the queue.
 2    0 s              ▶            main starts.
 3    0 s              ▶     1      main creates the task fetch, which is first in the queue.
 4    0 s              ▶     1      main suspends: it awaits fetch.
 5    0 s              ░     ▶      fetch starts.
 6    0 s              ░     ▶      fetch suspends for one iteration and is first in the queue.
 7    0 s              ░     ▶      fetch resumes.
 8    0 s              ░     !      fetch fails with ValueError: the host refused.
 9    0 s              1     !      main is woken by the failure of fetch and is first in the queue.
10    0 s              ▶            main resumes, and ValueError is raised in it.
11    0 s              !            main fails with ValueError: the host refused.

The run fails with ValueError.
`.trim(),
  );
});

it('prints a run seen as frames, with a row for each step', () => {
  expect(formatTrace(openRun(nestedYieldFrom))).toBe(
    `
3 frames, main, outer, and inner: 10 steps. It prints 1 line and finishes.

    main  outer  inner
 1  +                   The program calls main: a coroutine is made, and nothing in it runs yet.
 2  ▶                   The event loop starts main at line 9.
 3  │     ▶             main starts outer at line 5.
 4  │     │      ▶      outer starts inner at line 1.
 5  ▶     ‖      ‖      inner yields 'a' at line 2 through outer to main, and both suspend.
 6  │     │      ▶      main sends 'b' through outer into inner, which resumes at line 2.
 7  │     ▶      ✓      inner returns 'b' to outer and is closed.
 8  ▶     ‖             outer yields 'b' to main and suspends at line 7.
 9  ▶     ‖             main prints “b”.
10  ✓     ‖             main returns to the event loop and is closed.

The run finishes.
`.trim(),
  );
});

it('tells a run of very many tasks without their columns', () => {
  const names = Array.from({ length: 120 }, (_, index) => `task ${index + 1}`);
  const trace = writeTrace(
    names.map(
      (name, index) => ({ kind: 'task-created', id: index + 1, name, coroutine: 'work', eager: false }) as const,
    ),
  );
  const text = formatTrace(openRun(trace));
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(200);
  expect(text).toContain('The task task 120 is created');
});
