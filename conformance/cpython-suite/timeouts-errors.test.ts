/* The tests of TimeoutTests in CPython's test_timeouts about errors and misuse. */
import { describe, expect, it } from 'vitest';
import {
  asyncWith,
  CancelledError,
  ExceptionGroup,
  getRunningLoop,
  run,
  RuntimeError,
  sleep,
  TaskGroup,
  timeout,
  TimeoutError,
  type Coroutine,
  type Timeout,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { raises } from './raises.ts';

/** Raises the error after the wait, however the wait ends. */
function* failsInCleanup(seconds: number, error: Error): Coroutine<void> {
  try {
    yield* sleep(seconds);
  } finally {
    throw error;
  }
}

function expectNoReschedule(context: Timeout, message: string): void {
  expect(() => {
    context.reschedule(0.02);
  }).toThrow(new RuntimeError(message));
}

describe('TimeoutTests: errors', () => {
  asyncTest('test_foreign_exception_passed: an error of the body passes', function* () {
    const context = timeout(0.01);
    const failure = new Error('foreign');
    const error = yield* raises(
      asyncWith(context, function* () {
        throw failure;
      }),
      Error,
    );
    expect(error).toBe(failure);
    expect(context.expired()).toBe(false);
  });

  asyncTest(
    'test_timeout_exception_context: the cause of a TimeoutError is the CancelledError it was made from',
    function* () {
      const inside: unknown[] = [];
      const error = yield* raises(
        asyncWith(timeout(0.01), function* () {
          try {
            yield* sleep(1);
          } catch (cancelled) {
            inside.push(cancelled);
            throw cancelled;
          }
        }),
        TimeoutError,
      );
      expect(error.cause).toBeInstanceOf(CancelledError);
      expect([error.cause]).toEqual(inside);
      expect((error.cause as Error).cause).toBeUndefined();
    },
  );

  for (const name of [
    'test_foreign_exception_on_timeout: an error of the cleanup wins over the timeout',
    'test_foreign_exception_on_timeout_2: the error of the outermost cleanup wins',
  ]) {
    asyncTest(name, function* () {
      const failure = new Error('of the cleanup');
      const context = timeout(0.01);
      const body = name.includes('timeout_2') ? cleansUpTwice(failure) : failsInCleanup(1, failure);
      const error = yield* raises(
        asyncWith(context, () => body),
        Error,
      );
      expect(error).toBe(failure);
      expect(context.expired()).toBe(true);
    });
  }

  function* cleansUpTwice(failure: Error): Coroutine<void> {
    try {
      yield* failsInCleanup(1, new Error('of the inner cleanup'));
    } catch {
      throw failure;
    }
  }

  asyncTest('test_nested_timeout_in_finally: a cleanup may have a timeout of its own', function* () {
    const inner: TimeoutError[] = [];
    const outer = yield* raises(
      asyncWith(timeout(0.01), function* () {
        try {
          yield* sleep(1);
        } finally {
          inner.push(
            yield* raises(
              asyncWith(timeout(0.01), () => sleep(10)),
              TimeoutError,
            ),
          );
        }
      }),
      TimeoutError,
    );
    const causes = [outer.cause, inner[0]?.cause];
    expect(causes).toEqual([expect.any(CancelledError), expect.any(CancelledError)]);
    expect(causes[0]).not.toBe(causes[1]);
    expect(getRunningLoop().time()).toBe(0.02);
  });

  asyncTest('test_timeout_taskgroup: errors of a group that a timeout cancelled win over the timeout', function* () {
    const failure = new Error('of the cleanup');
    const context = timeout(0.01);
    const group = yield* raises(
      asyncWith(context, () =>
        asyncWith(new TaskGroup(), function* (tasks) {
          tasks.createTask(failsInCleanup(2, failure));
          yield* sleep(1);
        }),
      ),
      ExceptionGroup,
    );
    expect(group.cause).toBeUndefined();
    expect(group.exceptions).toEqual([failure]);
    expect(context.expired()).toBe(true);
  });
});

describe('TimeoutTests: misuse', () => {
  asyncTest('test_timeout_already_entered: a timeout cannot be entered inside itself', function* () {
    const context = timeout(0.01);
    yield* asyncWith(context, function* () {
      const error = yield* raises(
        asyncWith(context, () => sleep(0)),
        RuntimeError,
      );
      expect(error.message).toBe('Timeout has already been entered');
    });
  });

  asyncTest('test_timeout_double_enter: a timeout cannot be entered a second time', function* () {
    const context = timeout(0.01);
    yield* asyncWith(context, () => sleep(0));
    const error = yield* raises(
      asyncWith(context, () => sleep(0)),
      RuntimeError,
    );
    expect(error.message).toBe('Timeout has already been entered');
  });

  asyncTest('test_timeout_finished: the deadline of a timeout that was left cannot be moved', function* () {
    const context = timeout(0.01);
    yield* asyncWith(context, () => sleep(0));
    expectNoReschedule(context, 'Cannot change state of finished Timeout');
  });

  asyncTest('test_timeout_expired: the deadline of a timeout that expired cannot be moved', function* () {
    const context = timeout(0.01);
    yield* raises(
      asyncWith(context, () => sleep(1)),
      TimeoutError,
    );
    expectNoReschedule(context, 'Cannot change state of expired Timeout');
  });

  asyncTest('test_timeout_expiring: the deadline of a timeout cannot be moved once it has passed', function* () {
    yield* asyncWith(timeout(0.01), function* (context) {
      yield* raises(sleep(1), CancelledError);
      expectNoReschedule(context, 'Cannot change state of expiring Timeout');
    });
  });

  asyncTest('test_timeout_not_entered: the deadline of a timeout cannot be moved before it is entered', function* () {
    expectNoReschedule(timeout(0.01), 'Timeout has not been entered');
  });

  it('test_timeout_without_task: a timeout can be entered only inside a task', () => {
    const errors: unknown[] = [];
    function* main(): Coroutine<void> {
      const context = timeout(0.01);
      getRunningLoop().callSoon(() => {
        try {
          context.aenter();
        } catch (error) {
          errors.push(error);
        }
      });
      yield* sleep(0);
      expectNoReschedule(context, 'Timeout has not been entered');
    }
    run(main());
    expect(errors).toEqual([new RuntimeError('Timeout should be used inside a task')]);
  });
});
