/* CPython's test_taskgroups, each test with lazy and with eager tasks: results, and errors of tasks and bodies. */
import { describe, expect } from 'vitest';
import {
  asyncWith,
  CancelledError,
  createTask,
  currentTask,
  ExceptionGroup,
  getRunningLoop,
  sleep,
  TaskGroup,
  type Coroutine,
  type Task,
} from '../../src/engine/scheduler/index.ts';
import { failsAfter, groupTests, keepsCancellation } from './task-group-tests.ts';
import { raises } from './raises.ts';

describe.each(groupTests)('$name', ({ test }) => {
  const failure = new Error('of a task');

  test('test_taskgroup_01: the group waits for its tasks, and they have their results', function* () {
    const tasks = yield* asyncWith(new TaskGroup(), function* (group) {
      return [group.createTask(sleep(0.1, 42)), group.createTask(sleep(0.2, 11))];
    });
    expect(tasks.map((task) => task.result())).toEqual([42, 11]);
    expect(getRunningLoop().time()).toBe(0.2);
  });

  test('test_taskgroup_02: a group whose body waits between the tasks waits for them', function* () {
    const tasks = yield* asyncWith(new TaskGroup(), function* (group) {
      const first = group.createTask(sleep(0.1, 42));
      yield* sleep(0.15);
      return [first, group.createTask(sleep(0.2, 11))];
    });
    expect(tasks.map((task) => task.result())).toEqual([42, 11]);
    expect(getRunningLoop().time()).toBe(0.35);
  });

  test('test_taskgroup_03: a task that the body cancels does not concern the others', function* () {
    const [first, second] = yield* asyncWith(new TaskGroup(), function* (group) {
      const task = group.createTask(sleep(1, 42));
      yield* sleep(0.15);
      task.cancel();
      return [task, group.createTask(sleep(0.2, 11))] as const;
    });
    expect(first.cancelled()).toBe(true);
    expect(second.result()).toBe(11);
  });

  test('test_taskgroup_04: when one task fails the others are cancelled and the error is raised', function* () {
    const log: string[] = [];
    const tasks: Task[] = [];
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(failsAfter(0.1, failure));
        tasks.push(group.createTask(keepsCancellation(sleep(1), log, 'task')));
      });
      log.push('after the group');
    }

    const group = yield* raises(createTask(runner()), ExceptionGroup);
    expect(group.exceptions).toEqual([failure]);
    expect(log).toEqual(['task cancelled']);
    expect(tasks.map((task) => task.cancelled())).toEqual([true]);
  });

  test('test_cancel_children_on_child_error: when one task fails the body is cancelled, if it still runs', function* () {
    const log: string[] = [];
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), function* (group) {
        for (let i = 0; i < 3; i++) group.createTask(failsAfter(0.1, failure));
        group.createTask(keepsCancellation(sleep(5), log, 'task'));
        yield* keepsCancellation(sleep(10), log, 'body');
      });
      log.push('after the group');
    }

    const group = yield* raises(createTask(runner()), ExceptionGroup);
    expect(new Set(group.exceptions)).toEqual(new Set([failure]));
    expect(log.sort()).toEqual(['body cancelled', 'task cancelled']);
  });

  for (const [name, delay] of [
    ['test_taskgroup_09: when the body fails the tasks are cancelled, and its error is in a group, too', 0.1],
    ['test_taskgroup_10: when the body fails, tasks that have not begun are cancelled', null],
  ] as const) {
    test(name, function* () {
      const tasks: Task[] = [];
      const group = yield* raises(
        asyncWith(new TaskGroup(), function* (group) {
          tasks.push(group.createTask(sleep(1, 42)), group.createTask(sleep(2, 11)));
          if (delay !== null) yield* sleep(delay);
          throw failure;
        }),
        ExceptionGroup,
      );
      expect(group.exceptions).toEqual([failure]);
      expect(tasks.map((task) => task.cancelled())).toEqual([true, true]);
    });
  }

  test('test_taskgroup_13: an error of the outer group cancels the inner one, which raises nothing', function* () {
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), function* (outer) {
        outer.createTask(failsAfter(0.1, failure));
        yield* asyncWith(new TaskGroup(), function* (inner) {
          inner.createTask(failsAfter(10, new Error('never')));
        });
      });
    }
    const group = yield* raises(createTask(runner()), ExceptionGroup);
    expect(group.exceptions).toEqual([failure]);
  });

  test('test_taskgroup_14: an error of the inner group is a group inside the group of the outer one', function* () {
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), function* (outer) {
        outer.createTask(failsAfter(10, new Error('never')));
        yield* asyncWith(new TaskGroup(), function* (inner) {
          inner.createTask(failsAfter(0.1, failure));
        });
      });
    }
    const group = yield* raises(createTask(runner()), ExceptionGroup);
    expect(group.exceptions).toEqual([expect.any(ExceptionGroup)]);
    expect((group.exceptions[0] as ExceptionGroup).exceptions).toEqual([failure]);
  });

  test('test_taskgroup_19: the error of a task and that of the cleanup of the body are both raised', function* () {
    const cleanup = new Error('of the cleanup');
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(failsAfter(0.1, failure));
        try {
          yield* sleep(10);
        } catch {
          throw cleanup;
        }
      });
    }
    const group = yield* raises(createTask(runner()), ExceptionGroup);
    expect(group.exceptions).toEqual([failure, cleanup]);
  });

  test('test_taskgroup_24: a task of the group can make more of them', function* () {
    function* root(group: TaskGroup): Coroutine<void> {
      yield* sleep(0.1);
      group.createTask(sleep(0.1));
      group.createTask(sleep(0.2));
    }
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(root(group));
    });
    expect(getRunningLoop().time()).toBeCloseTo(0.3);
  });

  test('test_taskgroup_25: an error stops tasks that make more and more of them', function* () {
    let heads = 0;
    function* hydra(group: TaskGroup): Coroutine<void> {
      heads++;
      yield* sleep(0.01);
      group.createTask(hydra(group));
      group.createTask(hydra(group));
    }
    function* hercules(): Coroutine<void> {
      while (heads < 10) yield* sleep(0.015);
      throw failure;
    }
    const group = yield* raises(
      asyncWith(new TaskGroup(), function* (group) {
        group.createTask(hydra(group));
        group.createTask(hercules());
      }),
      ExceptionGroup,
    );
    expect(group.exceptions).toEqual([failure]);
    expect(heads).toBeGreaterThanOrEqual(10);
  });

  test('test_cancels_task_if_created_during_creation: an eager task that fails cancels its maker later', function* () {
    let cancelled = false;
    const group = yield* raises(
      asyncWith(new TaskGroup(), function* (group) {
        function* second(): Coroutine<void> {
          group.createTask(failsAfter(null, failure));
          // Eager tasks are canceled at the first of these, lazy ones at the second.
          yield* raises(
            (function* () {
              yield* sleep(0);
              yield* sleep(0);
            })(),
            CancelledError,
          );
          cancelled = true;
        }
        group.createTask(second());
      }),
      ExceptionGroup,
    );
    expect(cancelled).toBe(true);
    expect(group.exceptions).toEqual([failure]);
  });

  test('test_cancelling_level_preserved: a group that failed leaves no cancellation behind', function* () {
    yield* raises(
      asyncWith(new TaskGroup(), function* (group) {
        group.createTask(failsAfter(0, failure));
      }),
      ExceptionGroup,
    );
    expect(currentTask()?.cancelling()).toBe(0);
  });

  test('test_cancellation_does_not_leak_out_of_tg: a group that failed after its body was over leaves no task cancelled', function* () {
    yield* raises(
      asyncWith(new TaskGroup(), function* (group) {
        group.createTask(failsAfter(null, failure));
      }),
      ExceptionGroup,
    );
    expect(currentTask()?.cancelling()).toBe(0);
    yield* sleep(0);
  });
});
