/* CPython's test_waitfor. */
import { describe, expect } from 'vitest';
import {
  CancelledError,
  createTask,
  getRunningLoop,
  shield,
  sleep,
  TimeoutError,
  wait,
  waitFor,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { raises } from './raises.ts';

/** Sleeps 0.2 seconds, even if it is canceled. */
class SlowTask {
  exited = false;

  *run(): Coroutine<void> {
    const loop = getRunningLoop();
    const end = loop.time() + 0.2;
    while (loop.time() < end) {
      try {
        yield* sleep(end - loop.time());
      } catch (error) {
        expect(error).toBeInstanceOf(CancelledError);
      }
    }
    this.exited = true;
  }
}

describe('AsyncioWaitForTest', () => {
  asyncTest('test_asyncio_wait_for_cancelled: a waitFor that is cancelled waits for what it cancels', function* () {
    const slow = new SlowTask();
    const task = createTask(waitFor(slow.run(), 0.4));
    yield* sleep(0);
    task.cancel();
    yield* wait([task]);
    expect(slow.exited).toBe(true);
    expect(getRunningLoop().time()).toBe(0.2);
  });

  asyncTest(
    'test_asyncio_wait_for_timeout: a waitFor whose time is up waits for what it cancels; its result counts then',
    function* () {
      const slow = new SlowTask();
      yield* waitFor(slow.run(), 0.1);
      expect(slow.exited).toBe(true);
      expect(getRunningLoop().time()).toBe(0.2);
    },
  );

  asyncTest(
    'test_wait_for_timeout_less_then_0_or_0_future_done: a finished task counts even with no time',
    function* () {
      const future = getRunningLoop().createFuture<string>();
      future.setResult('done');
      expect(yield* waitFor(future, 0)).toBe('done');
      expect(future.done()).toBe(true);
    },
  );

  asyncTest(
    'test_wait_for_timeout_less_then_0_or_0_coroutine_do_not_started: with no time a coroutine does not start',
    function* () {
      let started = false;
      function* starts(): Coroutine<void> {
        started = true;
      }
      yield* raises(waitFor(starts(), 0), TimeoutError);
      expect(started).toBe(false);
    },
  );

  asyncTest('test_wait_for_timeout_less_then_0_or_0: with no time a running task is cancelled', function* () {
    for (const delay of [0, -1]) {
      const log: string[] = [];
      const started = getRunningLoop().createFuture<null>();
      const task = createTask(
        (function* () {
          log.push('runs');
          started.setResult(null);
          try {
            yield* sleep(10);
          } finally {
            log.push('stops');
          }
        })(),
      );
      yield* started;
      yield* raises(waitFor(task, delay), TimeoutError);
      expect(task.cancelled()).toBe(true);
      expect(log).toEqual(['runs', 'stops']);
    }
  });

  asyncTest('test_wait_for: a task that takes too long is cancelled and waited for', function* () {
    const log: string[] = [];
    const task = createTask(
      (function* () {
        log.push('runs');
        try {
          yield* sleep(300);
        } finally {
          log.push('stops');
        }
      })(),
    );
    yield* raises(waitFor(task, 0.1), TimeoutError);
    expect(task.cancelled()).toBe(true);
    expect(log).toEqual(['runs', 'stops']);
    expect(getRunningLoop().time()).toBe(0.1);
  });

  asyncTest('test_wait_for_blocking: without a limit waitFor gives the result', function* () {
    function* returns(): Coroutine<string> {
      return 'done';
    }
    expect(yield* waitFor(returns(), null)).toBe('done');
  });

  asyncTest('test_wait_for_race_condition: a result that comes in the first iteration counts', function* () {
    const loop = getRunningLoop();
    const future = loop.createFuture<string>();
    const waiting = waitFor(future, 0.2);
    loop.callSoon(() => {
      future.setResult('ok');
    });
    expect(yield* waiting).toBe('ok');
  });

  asyncTest(
    'test_wait_for_cancellation_race_condition: the result of one that refuses to be cancelled counts',
    function* () {
      function* refuses(): Coroutine<number> {
        yield* raises(sleep(1), CancelledError);
        return 1;
      }
      expect(yield* waitFor(refuses(), 0.01)).toBe(1);
    },
  );

  /** Takes a while to be canceled, then sets `task.done`. */
  function* slowToCancel(task: { done: boolean }): Coroutine<void> {
    try {
      yield* sleep(10);
    } catch (error) {
      yield* sleep(0.0001);
      throw error;
    } finally {
      task.done = true;
    }
  }

  asyncTest('test_wait_for_waits_for_task_cancellation: waitFor waits until the task has been cancelled', function* () {
    const task = { done: false };
    const error = yield* raises(waitFor(createTask(slowToCancel(task)), 0.0001), TimeoutError);
    expect(task.done).toBe(true);
    expect(error.cause).toBeInstanceOf(CancelledError);
    expect(getRunningLoop().time()).toBe(0.0002);
  });

  asyncTest(
    'test_wait_for_waits_for_task_cancellation_w_timeout_0: with no time, waitFor waits until the task has been cancelled, too',
    function* () {
      const task = { done: false };
      const inner = createTask(slowToCancel(task));
      yield* sleep(0.0001);
      const error = yield* raises(waitFor(inner, 0), TimeoutError);
      expect(task.done).toBe(true);
      expect(error.cause).toBeInstanceOf(CancelledError);
      expect(getRunningLoop().time()).toBe(0.0002);
    },
  );

  asyncTest(
    'test_wait_for_reraises_exception_during_cancellation: an error of the cleanup is what is raised',
    function* () {
      const failure = new Error('of the cleanup');
      function* failsInCleanup(): Coroutine<void> {
        try {
          yield* sleep(0.2);
        } catch {
          throw failure;
        }
      }
      expect(yield* raises(waitFor(createTask(failsInCleanup()), 0.0001), Error)).toBe(failure);
    },
  );

  for (const [name, delay] of [
    ['test_cancel_blocking_wait_for: cancelling a waitFor without a limit cancels the task', null],
    ['test_cancel_wait_for: cancelling a waitFor with a limit cancels the task', 60],
  ] as const) {
    asyncTest(name, function* () {
      const loop = getRunningLoop();
      function* blocks(): Coroutine<unknown> {
        return yield* loop.createFuture();
      }
      const task = createTask(blocks());
      const waiting = createTask(waitFor(task, delay));
      loop.callSoon(() => waiting.cancel());
      yield* raises(waiting, CancelledError);
      expect(task.cancelled()).toBe(true);
    });
  }

  asyncTest(
    'test_wait_for_cancel_suppressed: waitFor gives what was returned instead of being cancelled',
    function* () {
      function* suppresses(): Coroutine<number> {
        try {
          yield* sleep(10);
          return 0;
        } catch {
          return 42;
        }
      }
      expect(yield* waitFor(suppresses(), 0.1)).toBe(42);
    },
  );

  asyncTest(
    'test_wait_for_issue86296: cancelling who waits reaches it even if the inner task is done at once',
    function* () {
      const inner = createTask(
        (function* () {
          return 'done';
        })(),
      );
      const reached: string[] = [];
      function* waits(): Coroutine<void> {
        yield* waitFor(inner, 100);
        yield* sleep(1);
        reached.push('end');
      }

      const task = createTask(waits());
      expect(task.done()).toBe(false);
      yield* sleep(0);
      task.cancel();
      yield* raises(task, CancelledError);
      expect(yield* inner).toBe('done');
      expect(reached).toEqual([]);
    },
  );
});

describe('WaitForShieldTests', () => {
  function* takes(seconds: number): Coroutine<string> {
    yield* sleep(seconds);
    return 'done';
  }

  asyncTest('test_zero_timeout: with no time the shield is cancelled, and the shielded task continues', function* () {
    const task = createTask(takes(0.01));
    const shielded = shield(task);
    yield* raises(waitFor(shielded, 0), TimeoutError);
    expect(task.done()).toBe(false);
    expect(shielded.cancelled()).toBe(true);
    yield* sleep(0.1);
    expect(task.done()).toBe(true);
    expect(task.result()).toBe('done');
  });

  asyncTest('test_none_timeout: without a limit the shielded task is waited for', function* () {
    const task = createTask(takes(0.1));
    yield* waitFor(shield(task), null);
    expect(task.done()).toBe(true);
    expect(yield* task).toBe('done');
  });

  asyncTest('test_shielded_timeout: a shielded task outlives the waitFor whose time is up', function* () {
    const task = createTask(takes(0.1));
    yield* raises(waitFor(shield(task), 0.01), TimeoutError);
    expect(task.done()).toBe(false);
    expect(yield* task).toBe('done');
    expect(getRunningLoop().time()).toBe(0.1);
  });
});
