/* The tests of CPython's test_tasks that take a cancellation back. */
import { describe, expect } from 'vitest';
import {
  CancelledError,
  currentTask,
  getRunningLoop,
  sleep,
  TimeoutError,
  type Coroutine,
  type Task,
} from '../../src/engine/scheduler/index.ts';
import { mustCancel } from './must-cancel.ts';
import { loopTest } from './test-loop.ts';

describe('BaseTaskTests: uncancel', () => {
  loopTest('test_uncancel_basic: a task that takes its cancellation back can be cancelled anew', (loop) => {
    function* main(): Coroutine<void> {
      try {
        yield* sleep(10);
      } catch {
        currentTask()?.uncancel();
        yield* sleep(10);
      }
    }
    const task = loop.createTask(main());
    loop.runUntilComplete(sleep(0.01));
    expect(task.cancel()).toBe(true);
    expect(task.cancelling()).toBe(1);
    expect(task.cancelled()).toBe(false);
    loop.runUntilComplete(sleep(0.01));

    expect(task.cancelling()).toBe(0);
    expect(task.cancelled()).toBe(false);
    expect(task.cancel()).toBe(true);
    expect(task.cancelling()).toBe(1);
    expect(() => {
      loop.runUntilComplete(task);
    }).toThrow(CancelledError);
    expect(task.cancelled()).toBe(true);

    task.uncancel();
    expect(task.cancelled()).toBe(true);
    expect(task.done()).toBe(true);
  });

  type Outcome = { timedOut: boolean; finished: boolean; reached: boolean };

  /** Does by hand what `timeout` does: cancels the task, and takes that back on the way out. */
  function* requestWithTimeout(slept: number, delay: number): Coroutine<Outcome> {
    const task = currentTask() as Task;
    const outcome: Outcome = { timedOut: false, finished: false, reached: false };
    const handle = getRunningLoop().callLater(delay, () => {
      outcome.timedOut = true;
      task.cancel();
    });
    try {
      try {
        yield* sleep(slept);
        outcome.finished = true;
      } catch (error) {
        if (outcome.timedOut && task.uncancel() === 0 && error instanceof CancelledError) throw new TimeoutError();
        throw error;
      } finally {
        handle.cancel();
      }
    } catch (error) {
      expect(error).toBeInstanceOf(TimeoutError);
    }
    outcome.reached = true;
    yield* sleep(0);
    return outcome;
  }

  for (const [slept, delay, timedOut, deadlines] of [
    [10, 0.1, true, [0.1, 10]],
    [0, 10, false, [10]],
  ] as const) {
    const how = timedOut ? 'timed out goes on after it' : 'was in time keeps no cancellation';
    loopTest(`test_uncancel_structured_blocks: a task whose block ${how}`, (loop) => {
      const task = loop.createTask(requestWithTimeout(slept, delay));
      expect(loop.runUntilComplete(task)).toEqual({ timedOut, finished: !timedOut, reached: true });
      expect(task.cancelling()).toBe(0);
      expect(loop.deadlines).toEqual(deadlines);
    });
  }

  loopTest('test_uncancel_resets_must_cancel: a cancellation taken back before it is delivered never is', (loop) => {
    const future = loop.createFuture<null>();
    function* waits(): Coroutine<number> {
      yield* future;
      return 42;
    }
    const task = loop.createTask(waits());
    loop.runUntilComplete(sleep(0));
    future.setResult(null);
    task.cancel();
    expect(task.cancelling()).toBe(1);
    expect(mustCancel(task)).toBe(true);

    task.uncancel();
    expect(task.cancelling()).toBe(0);
    expect(mustCancel(task)).toBe(false);
    expect(loop.runUntilComplete(task)).toBe(42);
  });
});
