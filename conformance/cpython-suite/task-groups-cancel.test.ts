/* CPython's test_taskgroups, each test with lazy and with eager tasks: groups whose parent is canceled. */
import { describe, expect } from 'vitest';
import {
  asyncWith,
  CancelledError,
  createTask,
  currentTask,
  Event,
  ExceptionGroup,
  sleep,
  TaskGroup,
  type Coroutine,
  type Task,
} from '../../src/engine/scheduler/index.ts';
import { failsAfter, groupTests, keepsCancellation } from './task-group-tests.ts';
import { raises } from './raises.ts';

/** Starts the coroutine as a task, cancels it after this long, and returns it. */
function* cancelsAfter(seconds: number, coroutine: Coroutine<unknown>): Coroutine<Task> {
  const task = createTask(coroutine);
  yield* sleep(seconds);
  expect(task.done()).toBe(false);
  task.cancel();
  return task;
}

describe.each(groupTests)('$name', ({ test }) => {
  const failure = new Error('of a task');

  function* failsInCleanup(): Coroutine<void> {
    try {
      yield* sleep(10);
    } catch {
      throw failure;
    }
  }

  test('test_cancellation: cancelling a group that waits for its tasks cancels all of them', function* () {
    const log: string[] = [];
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), function* (group) {
        for (let i = 0; i < 5; i++) group.createTask(keepsCancellation(sleep(5), log, 'task'));
      });
    }
    yield* raises(yield* cancelsAfter(0.1, runner()), CancelledError);
    expect(log).toEqual(Array.from({ length: 5 }, () => 'task cancelled'));
  });

  test('test_taskgroup_07: cancelling a group in its body cancels the body and all its tasks', function* () {
    const log: string[] = [];
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), function* (group) {
        for (let i = 0; i < 5; i++) group.createTask(keepsCancellation(sleep(5), log, 'task'));
        yield* keepsCancellation(sleep(10), log, 'body');
      });
    }
    yield* raises(yield* cancelsAfter(0.1, runner()), CancelledError);
    expect(log).toEqual(['body cancelled', ...Array.from({ length: 5 }, () => 'task cancelled')]);
  });

  test('test_taskgroup_08: errors of tasks that clean up win over the cancellation', function* () {
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), function* (group) {
        for (let i = 0; i < 5; i++) group.createTask(failsInCleanup());
        yield* sleep(10);
      });
    }
    const group = yield* raises(yield* cancelsAfter(0.1, runner()), ExceptionGroup);
    expect(new Set(group.exceptions)).toEqual(new Set([failure]));
  });

  for (const [name, withTask] of [
    ['test_taskgroup_11: errors of a cancelled inner group leave the outer one as a group in a group', false],
    ['test_taskgroup_12: errors of a cancelled inner group win over a cancelled task of the outer one', true],
  ] as const) {
    test(name, function* () {
      function* runner(): Coroutine<void> {
        yield* asyncWith(new TaskGroup(), function* (outer) {
          if (withTask) outer.createTask(sleep(10));
          yield* asyncWith(new TaskGroup(), function* (inner) {
            for (let i = 0; i < 5; i++) inner.createTask(failsInCleanup());
            yield* sleep(10);
          });
        });
      }
      const group = yield* raises(yield* cancelsAfter(0.1, runner()), ExceptionGroup);
      expect(group.exceptions).toEqual([expect.any(ExceptionGroup)]);
      expect(new Set((group.exceptions[0] as ExceptionGroup).exceptions)).toEqual(new Set([failure]));
    });
  }

  /** A group whose task fails while its canceled body cleans up. */
  function* failsWhileCleaningUp(): Coroutine<void> {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(failsAfter(0.3, failure));
      try {
        yield* sleep(10);
      } catch (error) {
        yield* sleep(0.5);
        throw error;
      }
    });
  }

  test('test_taskgroup_15: an error while the cancelled body cleans up wins over the cancellation', function* () {
    const group = yield* raises(yield* cancelsAfter(0.1, failsWhileCleaningUp()), ExceptionGroup);
    expect(group.exceptions).toEqual([failure]);
  });

  test('test_taskgroup_16: an error wins over a cancellation that came by way of another task', function* () {
    function* runner(): Coroutine<void> {
      yield* createTask(failsWhileCleaningUp());
    }
    const group = yield* raises(yield* cancelsAfter(0.1, runner()), ExceptionGroup);
    expect(group.exceptions).toEqual([failure]);
  });

  test('test_taskgroup_17: cancelling a group without tasks cancels its body', function* () {
    const log: string[] = [];
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), () => keepsCancellation(sleep(10), log, 'body'));
    }
    yield* raises(yield* cancelsAfter(0.1, runner()), CancelledError);
    expect(log).toEqual(['body cancelled']);
  });

  test('test_taskgroup_18: an error that the body raises instead of being cancelled is raised', function* () {
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), failsInCleanup);
    }
    const group = yield* raises(yield* cancelsAfter(0.1, runner()), ExceptionGroup);
    expect(group.exceptions).toEqual([failure]);
  });

  test('test_taskgroup_22: a group can be cancelled before its tasks have waited for anything', function* () {
    function* runner(): Coroutine<void> {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(sleep(1, 42));
        group.createTask(sleep(2, 11));
      });
    }
    yield* raises(yield* cancelsAfter(0.05, runner()), CancelledError);
  });

  test('test_nested_groups_both_cancelled: when two nested groups fail at once each raises its own error', function* () {
    const innerFailure = new Error('of the inner group');
    const outer = yield* raises(
      asyncWith(new TaskGroup(), function* (outer) {
        const inner = yield* raises(
          asyncWith(new TaskGroup(), function* (group) {
            group.createTask(failsAfter(0, innerFailure));
            outer.createTask(failsAfter(0, failure));
          }),
          ExceptionGroup,
        );
        expect(inner.exceptions).toEqual([innerFailure]);
        expect(currentTask()?.cancelling()).toBe(1);
      }),
      ExceptionGroup,
    );
    expect(outer.exceptions).toEqual([failure]);
    expect(currentTask()?.cancelling()).toBe(0);
  });

  test('test_error_and_cancel: a cancellation from outside outlives a group that failed meanwhile', function* () {
    const event = new Event();
    const log: string[] = [];
    function* raisesError(): Coroutine<void> {
      event.set();
      yield* sleep(0);
      throw failure;
    }
    function* inner(): Coroutine<void> {
      const group = yield* raises(
        asyncWith(new TaskGroup(), function* (group) {
          group.createTask(raisesError());
          yield* keepsCancellation(sleep(1), log, 'body');
        }),
        ExceptionGroup,
      );
      expect(group.exceptions).toEqual([failure]);
      expect(currentTask()?.cancelling()).toBe(1);
      yield* keepsCancellation(sleep(1), log, 'sleep after the group');
    }

    const task = createTask(inner());
    yield* event.wait();
    expect(task.cancelling()).toBe(0);
    task.cancel();
    expect(task.cancelling()).toBe(1);
    yield* raises(task, CancelledError);
    expect(task.cancelled()).toBe(true);
    expect(log).toEqual(['body cancelled', 'sleep after the group cancelled']);
  });
});
