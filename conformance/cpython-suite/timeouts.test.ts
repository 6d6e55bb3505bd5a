/* TimeoutTests of CPython's test_timeouts, without those about errors and misuse. */
import { describe, expect } from 'vitest';
import {
  asyncWith,
  CancelledError,
  createTask,
  currentTask,
  getRunningLoop,
  sleep,
  timeout,
  timeoutAt,
  TimeoutError,
  type Coroutine,
  type Timeout,
} from '../../src/engine/scheduler/index.ts';
import { advanceTime } from './advance-time.ts';
import { asyncTest } from './async-test.ts';
import { raises } from './raises.ts';

describe('TimeoutTests', () => {
  asyncTest('test_timeout_basic: a body that takes longer than the timeout ends with a TimeoutError', function* () {
    const context = timeout(0.01);
    yield* raises(
      asyncWith(context, () => sleep(10)),
      TimeoutError,
    );
    expect(context.expired()).toBe(true);
    expect(getRunningLoop().time()).toBe(0.01);
  });

  asyncTest('test_timeout_at_basic: timeoutAt takes the deadline as loop time', function* () {
    yield* sleep(3);
    const deadline = getRunningLoop().time() + 0.01;
    const context = timeoutAt(deadline);
    yield* raises(
      asyncWith(context, () => sleep(10)),
      TimeoutError,
    );
    expect(context.expired()).toBe(true);
    expect(context.when()).toBe(deadline);
    expect(getRunningLoop().time()).toBe(deadline);
  });

  asyncTest('test_nested_timeouts: of two with the same deadline both expire and the outer one raises', function* () {
    const outer = timeoutAt(0.01);
    const inner = timeoutAt(0.01);
    const passed: unknown[] = [];
    yield* raises(
      asyncWith(outer, function* () {
        try {
          yield* asyncWith(inner, () => sleep(10));
        } catch (error) {
          passed.push(error);
          throw error;
        }
      }),
      TimeoutError,
    );
    expect(passed).toEqual([expect.any(CancelledError)]);
    expect(outer.expired()).toBe(true);
    expect(inner.expired()).toBe(true);
  });

  asyncTest('test_waiter_cancelled: inside, the timeout is a CancelledError', function* () {
    const inside: unknown[] = [];
    yield* raises(
      asyncWith(timeout(0.01), function* () {
        try {
          yield* sleep(10);
        } catch (error) {
          inside.push(error);
          throw error;
        }
      }),
      TimeoutError,
    );
    expect(inside).toEqual([expect.any(CancelledError)]);
  });

  asyncTest('test_timeout_not_called: a timeout that is left in time does nothing', function* () {
    const context = timeout(10);
    yield* asyncWith(context, () => sleep(0.01));
    expect(context.expired()).toBe(false);
    expect(context.when()).toBe(10);
    expect(getRunningLoop().time()).toBe(0.01);
  });

  for (const [name, make] of [
    ['test_timeout_disabled: a timeout of null never expires', timeout],
    ['test_timeout_at_disabled: a timeout at null never expires', timeoutAt],
  ] as const) {
    asyncTest(name, function* () {
      const context = make(null);
      yield* asyncWith(context, () => sleep(0.01));
      expect(context.expired()).toBe(false);
      expect(context.when()).toBeNull();
    });
  }

  for (const [name, delay, slept] of [
    ['test_timeout_zero: a timeout of 0 expires at the first wait', 0, 10],
    ['test_timeout_zero_sleep_zero: a timeout of 0 expires even if that is a bare turn of the loop', 0, 0],
    [
      'test_timeout_in_the_past_sleep_zero: a timeout with a deadline in the past expires at a bare turn of the loop',
      -11,
      0,
    ],
  ] as const) {
    asyncTest(name, function* () {
      const context = timeout(delay);
      yield* raises(
        asyncWith(context, () => sleep(slept)),
        TimeoutError,
      );
      expect(context.expired()).toBe(true);
      expect(context.when()).toBe(delay);
      expect(getRunningLoop().time()).toBe(0);
    });
  }

  asyncTest(
    'test_foreign_cancel_doesnt_timeout_if_not_expired: a cancellation before the deadline passes',
    function* () {
      const context = timeout(10);
      yield* raises(
        asyncWith(context, function* () {
          currentTask()?.cancel();
          yield* sleep(10);
        }),
        CancelledError,
      );
      expect(context.expired()).toBe(false);
    },
  );

  asyncTest('test_outer_task_is_not_cancelled: a task in which a timeout expired is not cancelled', function* () {
    const task = createTask(
      raises(
        asyncWith(timeout(0.001), () => sleep(10)),
        TimeoutError,
      ),
    );
    yield* task;
    expect(task.cancelled()).toBe(false);
    expect(task.done()).toBe(true);
    expect(task.cancelling()).toBe(0);
  });

  asyncTest('test_nested_timeouts_concurrent: an outer timeout interrupts an inner one that is not over', function* () {
    const outer = timeout(0.002);
    const inner = timeout(0.1);
    yield* raises(
      asyncWith(outer, () =>
        asyncWith(inner, function* () {
          advanceTime(0.01);
          yield* sleep(1);
        }),
      ),
      TimeoutError,
    );
    expect(outer.expired()).toBe(true);
    expect(inner.expired()).toBe(false);
    expect(getRunningLoop().time()).toBe(0.01);
  });

  asyncTest('test_nested_timeouts_loop_busy: both expire if the loop was busy until the outer deadline', function* () {
    const outer = timeout(0.1);
    const inner = timeout(0.01);
    yield* raises(
      asyncWith(outer, function* () {
        yield* asyncWith(inner, function* () {
          advanceTime(0.1);
          yield* sleep(1);
        });
        yield* sleep(10);
      }),
      TimeoutError,
    );
    expect(outer.expired()).toBe(true);
    expect(inner.expired()).toBe(true);
    expect(getRunningLoop().time()).toBe(0.1);
  });

  asyncTest('test_reschedule: the deadline can be moved and taken away', function* () {
    const entered = getRunningLoop().createFuture<Timeout>();
    const task = createTask(
      asyncWith(timeoutAt(10), function* (context) {
        entered.setResult(context);
        yield* sleep(50);
      }),
    );
    const context = yield* entered;
    expect(context.when()).toBe(10);
    context.reschedule(30);
    expect(context.when()).toBe(30);
    context.reschedule(null);
    expect(context.when()).toBeNull();

    task.cancel();
    yield* raises(task, CancelledError);
    expect(context.expired()).toBe(false);
  });

  asyncTest(
    'test_timeout_after_cancellation: a timeout works in a task that was cancelled and continued',
    function* () {
      currentTask()?.cancel();
      yield* raises(sleep(1), CancelledError);
      yield* raises(
        asyncWith(timeout(0), () => sleep(1)),
        TimeoutError,
      );
    },
  );

  asyncTest(
    'test_cancel_in_timeout_after_cancellation: a task that was cancelled and went on can be cancelled again in a timeout',
    function* () {
      currentTask()?.cancel();
      yield* raises(sleep(1), CancelledError);
      yield* raises(
        asyncWith(timeout(1), function* (): Coroutine<void> {
          currentTask()?.cancel();
          yield* sleep(2);
        }),
        CancelledError,
      );
    },
  );
});
