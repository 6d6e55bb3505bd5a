/* The tests of CPython's test_tasks that use wait. */
import { describe, expect } from 'vitest';
import {
  createTask,
  sleep,
  wait,
  type Coroutine,
  type DoneAndPending,
  type Task,
} from '../../src/engine/scheduler/index.ts';
import { loopTest } from './test-loop.ts';

/** Compares by identity which of the tasks are done and which are pending. */
function expectOutcome({ done, pending }: DoneAndPending<Task>, expected: { done: Task[]; pending: Task[] }): void {
  expect(names(done)).toEqual(names(expected.done));
  expect(names(pending)).toEqual(names(expected.pending));
}

function names(tasks: Iterable<Task>): string[] {
  return [...tasks].map((task) => task.getName()).sort();
}

function* returns<T>(value: T): Coroutine<T> {
  return value;
}

function* failsAfter(seconds: number | null): Coroutine<void> {
  if (seconds !== null) yield* sleep(seconds);
  throw new Error('really');
}

describe('BaseTaskTests: wait', () => {
  for (const [name, asIterator] of [
    ['test_wait: it gives the done tasks when all are, and at once when they are already', false],
    ['test_wait_with_iterator_of_tasks: it takes any iterable of them', true],
  ] as const) {
    loopTest(name, (loop) => {
      const a = loop.createTask(sleep(0.1)) as Task;
      const b = loop.createTask(sleep(0.15)) as Task;
      function* main(): Coroutine<number> {
        expectOutcome(yield* wait(asIterator ? [b, a].values() : [b, a]), { done: [a, b], pending: [] });
        return 42;
      }
      for (let i = 0; i < 2; i++) {
        expect(loop.runUntilComplete(main())).toBe(42);
        expect(loop.deadlines).toEqual([0.1, 0.15]);
        expect(loop.time()).toBe(0.15);
      }
    });
  }

  loopTest('test_wait_duplicate_coroutines: a task given twice counts once', (loop) => {
    const ham = loop.createTask(returns('ham'));
    const spam = loop.createTask(returns('spam'));
    const { done, pending } = loop.runUntilComplete(wait([ham, ham, spam]));
    expect([...done].map((task) => task.result())).toEqual(['ham', 'spam']);
    expect(pending.size).toBe(0);
  });

  loopTest('test_wait_errors: wait needs at least one task, and a condition that exists', (loop) => {
    expect(() => wait(new Set<Task>())).toThrow(new RangeError('Expected at least one future, but got none.'));
    const task = loop.createTask(sleep(10));
    expect(() => wait([task], { returnWhen: -1 as never })).toThrow(RangeError);
  });

  loopTest('test_wait_invalid_args: a single task or coroutine is not an iterable of tasks', (loop) => {
    expect(() => wait(loop.createFuture() as never)).toThrow(TypeError);
    expect(() => wait(sleep(1) as never)).toThrow(TypeError);
    expect(() => wait(returns(1) as never)).toThrow(TypeError);
    expect(() => wait([])).toThrow(RangeError);
  });

  loopTest('test_wait_first_completed: wait can return when the first task is done', (loop) => {
    const a = loop.createTask(sleep(10)) as Task;
    const b = loop.createTask(sleep(0.1)) as Task;
    expectOutcome(loop.runUntilComplete(wait([b, a], { returnWhen: 'FIRST_COMPLETED' })), { done: [b], pending: [a] });
    expect(a.done()).toBe(false);
    expect(b.done()).toBe(true);
    expect(loop.deadlines).toEqual([10, 0.1]);
    expect(loop.time()).toBe(0.1);
    loop.runUntilComplete(wait([a, b]));
  });

  loopTest(
    'test_wait_really_done: what is done when it goes on counts, even if it was not when it was woken',
    (loop) => {
      function* takesTwoTurns(): Coroutine<void> {
        yield* sleep(0);
        yield* sleep(0);
      }
      const a = loop.createTask(sleep(0)) as Task;
      const b = loop.createTask(takesTwoTurns()) as Task;
      expectOutcome(loop.runUntilComplete(wait([b, a], { returnWhen: 'FIRST_COMPLETED' })), {
        done: [a, b],
        pending: [],
      });
      expect(a.result()).toBeUndefined();
      expect(b.result()).toBeUndefined();
    },
  );

  for (const [name, delay, deadlines] of [
    ['test_wait_first_exception: it can return when one fails', null, [10]],
    ['test_wait_first_exception_in_wait: it can return when one fails while it waits', 0.01, [10, 0.01]],
  ] as const) {
    loopTest(name, (loop) => {
      const a = loop.createTask(sleep(10)) as Task;
      const b = loop.createTask(failsAfter(delay)) as Task;
      const outcome = loop.runUntilComplete(wait([b, a], { returnWhen: 'FIRST_EXCEPTION' }));
      expectOutcome(outcome, { done: [b], pending: [a] });
      expect(loop.deadlines).toEqual(deadlines);
      expect(loop.time()).toBe(delay ?? 0);
      loop.runUntilComplete(wait([a, b]));
    });
  }

  loopTest('test_wait_with_exception: a task that fails is done, and wait does not raise its exception', (loop) => {
    const a = loop.createTask(sleep(0.1)) as Task;
    const b = loop.createTask(failsAfter(0.15)) as Task;
    function* main(): Coroutine<number> {
      const outcome = yield* wait([b, a]);
      expectOutcome(outcome, { done: [a, b], pending: [] });
      return [...outcome.done].filter((task) => task.exception() !== null).length;
    }
    for (let i = 0; i < 2; i++) {
      expect(loop.runUntilComplete(main())).toBe(1);
      expect(loop.deadlines).toEqual([0.1, 0.15]);
      expect(loop.time()).toBe(0.15);
    }
  });

  for (const [name, timeout] of [
    ['test_wait_with_timeout: when the time is up it gives what is done and what is not', 0.11],
    ['test_wait_concurrent_complete: what is due at the same time counts as done', 0.1],
  ] as const) {
    loopTest(name, (loop) => {
      const a = loop.createTask(sleep(0.1)) as Task;
      const b = loop.createTask(sleep(0.15)) as Task;
      expectOutcome(loop.runUntilComplete(wait([b, a], { timeout })), { done: [a], pending: [b] });
      expect(loop.deadlines).toEqual([0.1, 0.15, timeout]);
      expect(loop.time()).toBe(timeout);
      loop.runUntilComplete(wait([a, b]));
    });
  }

  loopTest('test_wait_generator: a generator of tasks has to be spread, as generators are coroutines', (loop) => {
    function* makesTasks(): Generator<Task> {
      for (let i = 0; i < 10; i++) yield createTask(returns(i));
    }
    function* main(): Coroutine<number[]> {
      expect(() => wait(makesTasks())).toThrow(TypeError);
      const { done, pending } = yield* wait([...makesTasks()]);
      return [done.size, pending.size];
    }
    expect(loop.runUntilComplete(main())).toEqual([10, 0]);
  });
});
