/* The tests of ConditionTests in CPython's test_locks that cancel. */
import { describe, expect } from 'vitest';
import {
  asyncWith,
  CancelledError,
  Condition,
  createTask,
  getRunningLoop,
  sleep,
  timeout,
  TimeoutError,
  type Coroutine,
  type Task,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { countWaits } from './count-waits.ts';
import { raises } from './raises.ts';

describe('ConditionTests', () => {
  asyncTest('test_wait_cancel: a cancelled wait leaves the list and holds the lock', function* () {
    const condition = new Condition();
    yield* condition.acquire();
    const wait = createTask(condition.wait());
    getRunningLoop().callSoon(() => wait.cancel());
    yield* raises(wait, CancelledError);
    expect(countWaits(condition._waiters)).toBe(0);
    expect(condition.locked()).toBe(true);
  });

  asyncTest(
    'test_wait_cancel_contested: a task that is notified and cancelled holds the lock in the end',
    function* () {
      const condition = new Condition();
      const loop = getRunningLoop();
      yield* condition.acquire();
      expect(condition.locked()).toBe(true);
      const wait = createTask(condition.wait());
      yield* sleep(0);
      expect(condition.locked()).toBe(false);

      yield* condition.acquire();
      expect(condition.locked()).toBe(true);
      condition.notify();
      loop.callSoon(() => wait.cancel());
      loop.callSoon(() => {
        condition.release();
      });
      yield* raises(wait, CancelledError);
      expect(condition.locked()).toBe(true);
    },
  );

  asyncTest(
    'test_wait_cancel_after_notify: cancelling one who takes the lock again ends it when it has it',
    function* () {
      const condition = new Condition();
      let waited = false;
      const waiter = createTask(
        asyncWith(condition, function* () {
          waited = true;
          yield* condition.wait();
        }),
      );
      yield* sleep(0);

      yield* condition.acquire();
      condition.notify();
      yield* sleep(0);
      waiter.cancel();
      yield* sleep(0);
      condition.release();
      yield* sleep(0);
      expect(waiter.cancelled()).toBe(true);
      expect(waited).toBe(true);
    },
  );

  /** Waits forever, and keeps the CancelledError that ends it. */
  function waitUntilCancelled(condition: Condition, raised: CancelledError[]): Task {
    return createTask(
      asyncWith(condition, function* (): Coroutine<void> {
        const error = yield* raises(
          condition.waitFor(() => false),
          CancelledError,
        );
        raised.push(error);
        throw error;
      }),
    );
  }

  asyncTest('test_cancelled_error_wakeup: the error that cancels a wait comes out as it went in', function* () {
    const condition = new Condition();
    const raised: CancelledError[] = [];
    const task = waitUntilCancelled(condition, raised);
    yield* sleep(0);
    task.cancel('foo');
    const error = yield* raises(task, CancelledError);
    expect(error.message).toBe('foo');
    expect(raised).toHaveLength(1);
    expect(error).toBe(raised[0]);
  });

  asyncTest(
    'test_cancelled_error_re_aquire: the error that cancels taking the lock again comes out as it went in',
    function* () {
      const condition = new Condition();
      const raised: CancelledError[] = [];
      const task = waitUntilCancelled(condition, raised);
      yield* sleep(0);
      yield* condition.acquire();
      condition.notify();
      yield* sleep(0);
      task.cancel('foo');
      condition.release();
      const error = yield* raises(task, CancelledError);
      expect(error.message).toBe('foo');
      expect(raised).toHaveLength(1);
      expect(error).toBe(raised[0]);
    },
  );

  /** Two consumers. One is notified of an item and canceled after this many iterations. The other one must get the item. */
  function* cancelsAfterNotify(iterations: number): Coroutine<void> {
    const condition = new Condition();
    const loop = getRunningLoop();
    let state = 0;
    function* consumes(): Coroutine<void> {
      yield* asyncWith(condition, function* () {
        for (;;) {
          yield* condition.waitFor(() => state !== 0);
          if (state < 0) return;
          state--;
        }
      });
    }

    const first = createTask(consumes());
    const second = createTask(consumes());
    yield* sleep(0);
    yield* asyncWith(condition, function* () {
      state++;
      condition.notify(1);
      for (let i = 0; i < iterations; i++) yield* sleep(0);
      first.cancel();
      try {
        yield* asyncWith(timeout(0.01), () => condition.waitFor(() => state === 0));
      } catch (error) {
        expect(error).toBeInstanceOf(TimeoutError);
      }
      expect(loop.time()).toBe(0.01);
      expect(state).toBe(0);
      state = -1;
      condition.notifyAll();
    });
    yield* second;
    expect(first.cancelled()).toBe(true);
  }

  asyncTest('test_cancelled_wakeup: a task that is cancelled after it was notified notifies another', () =>
    cancelsAfterNotify(0),
  );

  asyncTest(
    'test_cancelled_wakeup_relock: a task that is cancelled while it takes the lock again notifies another',
    () => cancelsAfterNotify(1),
  );
});
