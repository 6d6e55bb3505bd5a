/* CPython's test_taskgroups, each test with lazy and with eager tasks: names, states and misuse. */
import { describe, expect } from 'vitest';
import {
  asyncWith,
  ContextVar,
  copyContext,
  currentTask,
  ExceptionGroup,
  getRunningLoop,
  RuntimeError,
  sleep,
  TaskGroup,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { failsAfter, groupTests } from './task-group-tests.ts';
import { raises } from './raises.ts';

function* empty(): Coroutine<void> {}

describe.each(groupTests)('$name', ({ test }) => {
  const failure = new Error('of a task');

  test('test_taskgroup_23: the group forgets its tasks as they end', function* () {
    const group = new TaskGroup();
    const description = (): string => {
      try {
        group.aenter();
        return '';
      } catch (error) {
        return (error as RuntimeError).message;
      }
    };
    yield* asyncWith(group, function* () {
      for (let i = 0; i < 10; i++) {
        yield* sleep(0.1);
        group.createTask(sleep(0.3));
        if (i === 5) expect(description()).toMatch(/^TaskGroup <TaskGroup tasks=[1-4] entered>/);
      }
      yield* sleep(1.35);
      expect(description()).toBe('TaskGroup <TaskGroup entered> has already been entered');
    });
  });

  test('test_taskgroup_task_name: a task of a group can be given a name', function* () {
    yield* asyncWith(new TaskGroup(), function* (group) {
      expect(group.createTask(sleep(0), { name: 'yolo' }).getName()).toBe('yolo');
    });
  });

  test('test_taskgroup_task_context: a task of a group can be given a context', function* () {
    const variable = new ContextVar<number>('cvar');
    function* sets(value: number): Coroutine<void> {
      yield* sleep(0);
      variable.set(value);
    }
    yield* asyncWith(new TaskGroup(), function* (group) {
      const context = copyContext();
      expect(context.get(variable)).toBeUndefined();
      yield* group.createTask(sets(1), { context });
      expect(context.get(variable)).toBe(1);
      yield* group.createTask(sets(2), { context });
      expect(context.get(variable)).toBe(2);
    });
  });

  test('test_name: the name of a task is its name already in its first step', function* () {
    const names: unknown[] = [];
    function* notesName(): Coroutine<void> {
      names.push(currentTask()?.getName());
    }
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(notesName(), { name: 'example name' });
    });
    expect(names).toEqual(['example name']);
  });

  test('test_taskgroup_no_create_task_after_failure: a group that fails makes no more tasks', function* () {
    const errors: unknown[] = [];
    function* createsWhenCancelled(group: TaskGroup): Coroutine<void> {
      try {
        yield* sleep(1);
      } catch {
        try {
          group.createTask(failsAfter(0.001, failure));
        } catch (error) {
          errors.push(error);
        }
      }
    }
    const raised = yield* raises(
      asyncWith(new TaskGroup(), function* (group) {
        group.createTask(failsAfter(0.001, failure));
        group.createTask(createsWhenCancelled(group));
      }),
      ExceptionGroup,
    );
    expect(raised.exceptions).toEqual([failure]);
    expect(errors).toEqual([new RuntimeError('TaskGroup <TaskGroup tasks=1 errors=1 cancelling> is shutting down')]);
  });

  test('test_taskgroup_context_manager_exit_raises: an error of a context inside the body is one of its errors', function* () {
    const exit = new Error('of the exit');
    const database = {
      aenter: empty,
      *aexit(): Coroutine<void> {
        throw exit;
      },
    };
    const raised = yield* raises(
      asyncWith(new TaskGroup(), (group) =>
        asyncWith(database, function* () {
          group.createTask(failsAfter(null, failure));
          yield* sleep(1);
        }),
      ),
      ExceptionGroup,
    );
    expect(currentTask()?.cancelling()).toBe(0);
    expect(raised.exceptions).toEqual([failure, exit]);
  });

  test('test_taskgroup_already_entered: a group cannot be entered inside itself', function* () {
    const group = new TaskGroup();
    yield* asyncWith(group, function* () {
      const error = yield* raises(asyncWith(group, empty), RuntimeError);
      expect(error.message).toBe('TaskGroup <TaskGroup entered> has already been entered');
    });
  });

  test('test_taskgroup_double_enter: a group cannot be entered a second time', function* () {
    const group = new TaskGroup();
    yield* asyncWith(group, empty);
    const error = yield* raises(asyncWith(group, empty), RuntimeError);
    expect(error.message).toBe('TaskGroup <TaskGroup entered> has already been entered');
  });

  for (const name of [
    'test_taskgroup_finished: a group that was left makes no tasks',
    'test_coro_closed_when_tg_closed: a group closes the coroutine that it refuses, so that it never runs',
  ]) {
    test(name, function* () {
      const group = new TaskGroup();
      yield* asyncWith(group, empty);
      const log: string[] = [];
      const coroutine = (function* (): Coroutine<void> {
        log.push('runs');
      })();
      expect(() => group.createTask(coroutine)).toThrow(new RuntimeError('TaskGroup <TaskGroup entered> is finished'));
      expect(coroutine.next()).toEqual({ value: undefined, done: true });
      expect(log).toEqual([]);
    });
  }

  test('test_taskgroup_not_entered: a group makes no tasks before it is entered', function* () {
    expect(() => new TaskGroup().createTask(sleep(0))).toThrow(
      new RuntimeError('TaskGroup <TaskGroup> has not been entered'),
    );
  });

  test('test_taskgroup_without_parent_task: a group can be entered only inside a task', function* () {
    const group = new TaskGroup();
    const errors: unknown[] = [];
    getRunningLoop().callSoon(() => {
      try {
        group.aenter();
      } catch (error) {
        errors.push(error);
      }
    });
    yield* sleep(0);
    expect(errors).toEqual([new RuntimeError('TaskGroup <TaskGroup> cannot determine the parent task')]);
    expect(() => group.createTask(sleep(0))).toThrow(new RuntimeError('TaskGroup <TaskGroup> has not been entered'));
  });
});
