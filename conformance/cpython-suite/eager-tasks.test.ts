/* CPython's test_eager_task_factory. */
import { describe, expect, it } from 'vitest';
import {
  allTasks,
  asyncWith,
  CancelledError,
  ContextVar,
  createTask,
  currentTask,
  EventLoop,
  gather,
  getRunningLoop,
  run,
  sleep,
  TaskGroup,
  type Coroutine,
  type CoroutineLike,
  type Future,
  type Task,
  type TaskOptions,
} from '../../src/engine/scheduler/index.ts';
import { asyncTestOn } from './async-test.ts';
import { EagerLoop } from './eager-loop.ts';
import { raises } from './raises.ts';

describe('EagerTaskFactoryLoopTests', () => {
  const test = asyncTestOn(() => new EagerLoop());

  function* returns<T>(value: T): Coroutine<T> {
    return value;
  }
  function* returnsAfterWait<T>(value: T): Coroutine<T> {
    yield* sleep(0.1);
    return value;
  }

  test('test_await_future_during_eager_step: what an eager task does at once is done when createTask returns', function* () {
    const future = getRunningLoop().createFuture<string>();
    function* setsResult(): Coroutine<void> {
      future.setResult('my message');
    }
    const task = createTask(setsResult());
    expect(task.done()).toBe(true);
    expect(yield* future).toBe('my message');
  });

  test('test_context_vars: what an eager task sets at once is set in the task alone', function* () {
    const variable = new ContextVar('cv', { default: 0 });
    const steps: number[] = [];
    function* sets(): Coroutine<void> {
      expect(variable.get()).toBe(1);
      variable.set(2);
      expect(variable.get()).toBe(2);
      steps.push(1);
      yield* sleep(0.1);
      expect(variable.get()).toBe(2);
      variable.set(3);
      expect(variable.get()).toBe(3);
      steps.push(2);
    }
    variable.set(1);
    const task = createTask(sets());
    expect(steps).toEqual([1]);
    expect(variable.get()).toBe(1);
    yield* task;
    expect(steps).toEqual([1, 2]);
    expect(variable.get()).toBe(1);
  });

  test('test_eager_completion: a task that never waits is done at once', function* () {
    const task = createTask(returns('hello'));
    expect(task.done()).toBe(true);
    expect(yield* task).toBe('hello');
  });

  test('test_block_after_eager_step: a task that waits is done later', function* () {
    const task = createTask(returnsAfterWait('finished after blocking'));
    expect(task.done()).toBe(false);
    expect(yield* task).toBe('finished after blocking');
    expect(task.done()).toBe(true);
  });

  test('test_cancellation_after_eager_completion: a task that is done at once cannot be cancelled', function* () {
    const task = createTask(returns('finished without blocking'));
    expect(task.cancel()).toBe(false);
    expect(yield* task).toBe('finished without blocking');
    expect(task.cancelled()).toBe(false);
  });

  test('test_cancellation_after_eager_step_blocks: a task that waits can be cancelled, with a message', function* () {
    const task = createTask(returnsAfterWait('finished after blocking'));
    task.cancel('cancellation message');
    expect(task.cancelling()).toBeGreaterThan(0);
    const error = yield* raises(task, CancelledError);
    expect(error.message).toBe('cancellation message');
  });

  test('test_current_task: in its eager step, as later, the task is the current one, and its maker after it', function* () {
    const captured: (Task | null)[] = [];
    function* captures(): Coroutine<void> {
      captured.push(currentTask());
      yield* sleep(0.1);
      captured.push(currentTask());
    }
    const maker = currentTask();
    const task = createTask(captures());
    expect(captured[0]).toBe(task);
    expect(currentTask()).toBe(maker);
    yield* task;
    expect(captured[1]).toBe(task);
  });

  test('test_all_tasks_with_eager_completion: a task is among all tasks in its eager step', function* () {
    const captured: Set<Task>[] = [];
    function* captures(): Coroutine<void> {
      captured.push(allTasks());
    }
    const task = createTask(captures());
    expect(captured[0]?.has(task as Task)).toBe(true);
    expect(allTasks().has(task as Task)).toBe(false);
  });

  test('test_all_tasks_with_blocking: an eager task that waits stays among all tasks until it is done', function* () {
    const loop = getRunningLoop();
    const captured: Set<Task>[] = [];
    function* captures(first: Future<null>, second: Future<null>): Coroutine<void> {
      captured.push(allTasks());
      yield* first;
      second.setResult(null);
    }
    const [first, second] = [loop.createFuture<null>(), loop.createFuture<null>()];
    const task = createTask(captures(first, second));
    expect(captured[0]?.has(task as Task)).toBe(true);
    expect(allTasks().has(task as Task)).toBe(true);
    first.setResult(null);
    yield* second;
    expect(allTasks().has(task as Task)).toBe(false);
  });

  test('test_eager_start_false: a task can be made lazy all the same', function* () {
    const names: unknown[] = [];
    function* notesName(): Coroutine<void> {
      names.push(currentTask()?.getName());
    }
    const task = createTask(notesName(), { eagerStart: false, name: 'example' });
    expect(task.done()).toBe(false);
    expect(names).toEqual([]);
    yield* task;
    expect(names).toEqual(['example']);
  });

  test('test_name: the name of a task is its name already in its first step', function* () {
    const names: unknown[] = [];
    function* notesName(): Coroutine<void> {
      names.push(currentTask()?.getName());
    }
    const task = createTask(notesName(), { name: 'test name' });
    expect(names).toEqual(['test name']);
    yield* task;
  });
});

/** Counts the tasks that do not start eagerly. */
class CountingLoop extends EventLoop {
  lazyTasks = 0;
  readonly #eager: boolean;

  constructor(eager: boolean) {
    super();
    this.#eager = eager;
  }

  override createTask<T>(coroutine: CoroutineLike<T>, options?: TaskOptions): Task<T> {
    if (!this.#eager) this.lazyTasks++;
    return super.createTask(coroutine, { eagerStart: this.#eager, ...options });
  }
}

describe.each([
  { name: 'NonEagerTests', eager: false },
  { name: 'EagerTests', eager: true },
])('BaseTaskCountingTests: $name', ({ eager }) => {
  /** 1 + 5 + 5² + 5³ + 5⁴ */
  const tasksInTree = 781;

  it('test_awaitables_chain: a chain of a hundred awaits is one task', () => {
    function* chain(depth: number): Coroutine<number> {
      return depth === 0 ? 0 : 1 + (yield* chain(depth - 1));
    }
    const loop = new CountingLoop(eager);
    expect(loop.runUntilComplete(chain(100))).toBe(100);
    expect(loop._taskCount).toBe(1);
    expect(loop.lazyTasks).toBe(eager ? 0 : 1);
  });

  it('test_recursive_taskgroups: groups of five tasks, four deep, are 781 tasks', () => {
    function* groups(depth: number): Coroutine<void> {
      if (depth === 0) return;
      yield* asyncWith(new TaskGroup(), function* (group) {
        for (let i = 0; i < 5; i++) group.createTask(groups(depth - 1));
      });
    }
    const loop = new CountingLoop(eager);
    loop.runUntilComplete(groups(4));
    expect(loop._taskCount).toBe(tasksInTree);
    expect(loop.lazyTasks).toBe(eager ? 0 : tasksInTree);
  });

  it('test_recursive_gather: gathers of five, four deep, are 781 tasks; eager ones are done in the first step', () => {
    function* gathers(depth: number): Coroutine<void> {
      if (depth === 0) return;
      yield* gather(Array.from({ length: 5 }, () => gathers(depth - 1)));
    }
    const loop = new CountingLoop(eager);
    loop.runUntilComplete(gathers(4));
    expect(loop._taskCount).toBe(tasksInTree);
    expect(loop.lazyTasks).toBe(eager ? 0 : tasksInTree);
    expect(loop._iteration).toBe(eager ? 2 : 14);
  });
});

describe('DefaultTaskFactoryEagerStart', () => {
  it('test_eager_start_true_with_default_factory: on any loop a single task can be made eager', () => {
    const names: unknown[] = [];
    function* notesName(): Coroutine<void> {
      names.push(currentTask()?.getName());
    }
    function* main(): Coroutine<void> {
      const task = createTask(notesName(), { eagerStart: true, name: 'example' });
      expect(task.done()).toBe(true);
      expect(names).toEqual(['example']);
      yield* task;
    }
    run(main());
    expect(names).toEqual(['example']);
  });
});
