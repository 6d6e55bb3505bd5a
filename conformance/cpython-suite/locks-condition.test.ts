/* ConditionTests of CPython's test_locks, without the six tests of cancellation. */
import { describe, expect, it } from 'vitest';
import {
  asyncWith,
  Condition,
  createTask,
  getRunningLoop,
  Lock,
  run,
  RuntimeError,
  sleep,
  TimeoutError,
  waitFor,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { raises } from './raises.ts';

describe('ConditionTests', () => {
  asyncTest(
    'test_wait: notified tasks continue one by one, each when the one before it releases the lock',
    function* () {
      const condition = new Condition();
      const result: number[] = [];
      function* waits(number: number): Coroutine<boolean> {
        yield* condition.acquire();
        expect(yield* condition.wait()).toBe(true);
        result.push(number);
        return true;
      }

      const tasks = [createTask(waits(1)), createTask(waits(2)), createTask(waits(3))];
      yield* sleep(0);
      expect(result).toEqual([]);
      expect(condition.locked()).toBe(false);

      expect(yield* condition.acquire()).toBe(true);
      condition.notify();
      yield* sleep(0);
      expect(result).toEqual([]);
      expect(condition.locked()).toBe(true);

      condition.release();
      yield* sleep(0);
      expect(result).toEqual([1]);
      expect(condition.locked()).toBe(true);

      condition.notify(2);
      yield* sleep(0);
      expect(result).toEqual([1]);
      expect(condition.locked()).toBe(true);

      condition.release();
      yield* sleep(0);
      expect(result).toEqual([1, 2]);
      expect(condition.locked()).toBe(true);

      condition.release();
      yield* sleep(0);
      expect(result).toEqual([1, 2, 3]);
      expect(condition.locked()).toBe(true);
      for (const task of tasks) expect(task.result()).toBe(true);
    },
  );

  asyncTest('test_wait_unacquired: waiting without the lock is an error', function* () {
    yield* raises(new Condition().wait(), RuntimeError);
  });

  asyncTest('test_wait_for: a notification ends the wait only if the predicate is true then', function* () {
    const condition = new Condition();
    const result: number[] = [];
    let isTrue = false;
    function* waits(): Coroutine<boolean> {
      yield* condition.acquire();
      expect(yield* condition.waitFor(() => isTrue)).toBe(true);
      result.push(1);
      condition.release();
      return true;
    }

    const task = createTask(waits());
    yield* sleep(0);
    expect(result).toEqual([]);

    yield* condition.acquire();
    condition.notify();
    condition.release();
    yield* sleep(0);
    expect(result).toEqual([]);

    isTrue = true;
    yield* condition.acquire();
    condition.notify();
    condition.release();
    yield* sleep(0);
    expect(result).toEqual([1]);
    expect(task.result()).toBe(true);
  });

  asyncTest('test_wait_for_unacquired: the lock is needed only if the predicate is not true at once', function* () {
    const condition = new Condition();
    expect(yield* condition.waitFor(() => [1, 2, 3])).toEqual([1, 2, 3]);
    yield* raises(
      condition.waitFor(() => false),
      RuntimeError,
    );
  });

  asyncTest('test_notify: notify wakes as many tasks as it is told, or all if there are fewer', function* () {
    const condition = new Condition();
    const result: number[] = [];
    function* waits(number: number): Coroutine<boolean> {
      yield* condition.acquire();
      expect(yield* condition.wait()).toBe(true);
      result.push(number);
      condition.release();
      return true;
    }

    const tasks = [createTask(waits(1)), createTask(waits(2)), createTask(waits(3))];
    yield* sleep(0);
    expect(result).toEqual([]);

    yield* condition.acquire();
    condition.notify(1);
    condition.release();
    yield* sleep(0);
    expect(result).toEqual([1]);

    yield* condition.acquire();
    condition.notify(1);
    condition.notify(2048);
    condition.release();
    yield* sleep(0);
    expect(result).toEqual([1, 2, 3]);
    for (const task of tasks) expect(task.result()).toBe(true);
  });

  asyncTest('test_notify_all: notifyAll wakes all tasks in the order in which they began to wait', function* () {
    const condition = new Condition();
    const result: number[] = [];
    function* waits(number: number): Coroutine<boolean> {
      yield* condition.acquire();
      expect(yield* condition.wait()).toBe(true);
      result.push(number);
      condition.release();
      return true;
    }

    const tasks = [createTask(waits(1)), createTask(waits(2))];
    yield* sleep(0);
    expect(result).toEqual([]);

    yield* condition.acquire();
    condition.notifyAll();
    condition.release();
    yield* sleep(0);
    expect(result).toEqual([1, 2]);
    for (const task of tasks) expect(task.result()).toBe(true);
  });

  it('test_notify_unacquired: notifying without the lock is an error', () => {
    const condition = new Condition();
    expect(() => {
      condition.notify();
    }).toThrow(RuntimeError);
  });

  it('test_notify_all_unacquired: notifying all without the lock is an error', () => {
    const condition = new Condition();
    expect(() => {
      condition.notifyAll();
    }).toThrow(RuntimeError);
  });

  asyncTest('test_context_manager: the lock is held inside asyncWith and free after it', function* () {
    const condition = new Condition();
    expect(condition.locked()).toBe(false);
    yield* asyncWith(condition, function* () {
      expect(condition.locked()).toBe(true);
    });
    expect(condition.locked()).toBe(false);
  });

  asyncTest('test_explicit_lock: a condition and the lock it was given are locked and free together', function* () {
    function* takesTurns(lock = new Lock(), condition = new Condition(lock)): Coroutine<void> {
      const expectLocked = (locked: boolean): void => {
        expect(lock.locked()).toBe(locked);
        expect(condition.locked()).toBe(locked);
      };
      expect(condition._lock).toBe(lock);
      for (const held of [condition, lock]) {
        expectLocked(false);
        yield* asyncWith(held, function* () {
          expectLocked(true);
        });
      }
      expectLocked(false);
    }

    yield* takesTurns();
    yield* takesTurns(new Lock());
    const lock = new Lock();
    yield* takesTurns(lock, new Condition(lock));
  });

  it('test_ambiguous_loops: a lock or a condition that was waited for in one loop cannot be waited for in another', () => {
    const lock = new Lock();
    const condition = new Condition();
    function* waitsForBoth(): Coroutine<void> {
      yield* lock.acquire();
      yield* raises(waitFor(lock.acquire(), 1), TimeoutError);
      yield* asyncWith(condition, () => raises(waitFor(condition.wait(), 1), TimeoutError));
      lock.release();
    }
    function* meetsAnotherLoop(): Coroutine<void> {
      yield* asyncWith(lock, function* () {
        const { message } = yield* raises(new Condition(lock).acquire(), RuntimeError);
        expect(message).toBe('Expected a Lock of the running event loop, but got one that belongs to another.');
      });
      yield* asyncWith(condition, function* () {
        const { message } = yield* raises(condition.wait(), RuntimeError);
        expect(message).toBe('Expected a Condition of the running event loop, but got one that belongs to another.');
      });
    }

    run(waitsForBoth());
    run(meetsAnotherLoop());
    expect(lock.locked()).toBe(false);
  });

  asyncTest('test_timeout_in_block: waitFor can end a wait', function* () {
    const condition = new Condition();
    yield* asyncWith(condition, () => raises(waitFor(condition.wait(), 0.5), TimeoutError));
    expect(getRunningLoop().time()).toBe(0.5);
    expect(condition.locked()).toBe(false);
  });
});
