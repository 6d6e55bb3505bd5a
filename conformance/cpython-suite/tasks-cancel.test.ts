/* The tests of CPython's test_tasks that cancel a task. */
import { describe, expect } from 'vitest';
import {
  CancelledError,
  createTask,
  ensureFuture,
  getRunningLoop,
  sleep,
  wait,
  type Coroutine,
  type Future,
  type Task,
} from '../../src/engine/scheduler/index.ts';
import { mustCancel } from './must-cancel.ts';
import { loopTest } from './test-loop.ts';

/** Waits for the future, then returns the number. */
function* waitsFor(future: Future, result: number): Coroutine<number> {
  yield* future;
  return result;
}

describe('BaseTaskTests: cancel', () => {
  loopTest('test_task_cancel_message_getter: the message of a cancellation is kept until it is delivered', (loop) => {
    function* never(): Coroutine<void> {}
    const task = loop.createTask(never());
    expect(task._message).toBeUndefined();
    task.cancel('my message');
    expect(task._message).toBe('my message');
    expect(() => {
      loop.runUntilComplete(task);
    }).toThrow(new CancelledError('my message'));
  });

  loopTest('test_cancelling: cancel counts, and is accepted as long as the task is not done', (loop) => {
    const task = loop.createTask(sleep(10));
    expect(task.cancelling()).toBe(0);
    expect(task.cancel()).toBe(true);
    expect(task.cancelling()).toBe(1);
    expect(task.cancel()).toBe(true);
    expect(task.cancelling()).toBe(2);
    expect(() => {
      loop.runUntilComplete(task);
    }).toThrow(CancelledError);
  });

  loopTest('test_cancel: a task cancelled while it sleeps ends at once, cancelled', (loop) => {
    const task = loop.createTask(sleep(10, 12));
    loop.callSoon(() => task.cancel());
    expect(() => loop.runUntilComplete(task)).toThrow(CancelledError);
    expect(task.done()).toBe(true);
    expect(task.cancelled()).toBe(true);
    expect(task.cancel()).toBe(false);
    expect(loop.deadlines).toEqual([10]);
    expect(loop.time()).toBe(0);
  });

  const messages: readonly (readonly [readonly unknown[], string])[] = [
    [[], ''],
    [[null], ''],
    [['my message'], 'my message'],
    [[5], '5'],
  ];

  for (const [name, outcome] of [
    ['test_cancel_with_message_then_future_result: the result of a cancelled task raises its message', 'result'],
    [
      'test_cancel_with_message_then_future_exception: the exception of a cancelled task raises its message',
      'exception',
    ],
  ] as const) {
    loopTest(name, (loop) => {
      for (const [given, expected] of messages) {
        function* cancels(): Coroutine<unknown> {
          const task = createTask(sleep(10));
          yield* sleep(0);
          task.cancel(...given);
          yield* wait([task]);
          return task[outcome]();
        }
        expect(() => loop.runUntilComplete(cancels())).toThrow(new CancelledError(expected));
      }
    });
  }

  loopTest('test_cancel_with_message_before_starting_task: the message is raised if the task had not begun', (loop) => {
    function* cancels(): Coroutine<unknown> {
      const task = createTask(sleep(10));
      task.cancel('my message');
      yield* wait([task]);
      return task.exception();
    }
    expect(() => loop.runUntilComplete(cancels())).toThrow(new CancelledError('my message'));
  });

  loopTest('test_cancellation_exception_context: the message reaches a task that awaits the cancelled one', (loop) => {
    const started = loop.createFuture<null>();
    function* sleeps(): Coroutine<void> {
      started.setResult(null);
      yield* sleep(10);
    }
    function* cancels(): Coroutine<void> {
      const task = createTask(sleeps());
      yield* started;
      getRunningLoop().callSoon(() => task.cancel('msg'));
      try {
        yield* task;
      } catch (cause) {
        throw new Error('cancelled', { cause });
      }
    }
    expect(() => {
      loop.runUntilComplete(cancels());
    }).toThrow(new Error('cancelled', { cause: new CancelledError('msg') }));
  });

  loopTest('test_cancel_yield: a task that takes a bare turn of the loop can be cancelled', (loop) => {
    function* takesTurns(): Coroutine<number> {
      yield* sleep(0);
      yield* sleep(0);
      return 12;
    }
    const task = loop.createTask(takesTurns());
    loop.runBriefly();
    task.cancel();
    expect(() => loop.runUntilComplete(task)).toThrow(CancelledError);
    expect(task.cancelled()).toBe(true);
    expect(task.cancel()).toBe(false);
  });

  loopTest('test_cancel_inner_future: cancelling the future cancels the task that waits for it', (loop) => {
    const future = loop.createFuture();
    const task = loop.createTask(waitsFor(future, 12));
    loop.runBriefly();
    future.cancel();
    expect(() => loop.runUntilComplete(task)).toThrow(CancelledError);
    expect(future.cancelled()).toBe(true);
    expect(task.cancelled()).toBe(true);
  });

  loopTest(
    'test_cancel_both_task_and_inner_future: cancelling both the future and the task cancels the task',
    (loop) => {
      const future = loop.createFuture();
      const task = loop.createTask(waitsFor(future, 12));
      loop.runBriefly();
      future.cancel();
      task.cancel();
      expect(() => loop.runUntilComplete(task)).toThrow(CancelledError);
      expect(future.cancelled()).toBe(true);
      expect(task.cancelled()).toBe(true);
    },
  );

  loopTest('test_cancel_task_catching: a task may answer its cancellation with a result', (loop) => {
    const [first, second] = [loop.createFuture<null>(), loop.createFuture<null>()];
    function* catches(): Coroutine<number> {
      yield* first;
      try {
        yield* second;
      } catch {
        return 42;
      }
      return 0;
    }
    const task = loop.createTask(catches());
    loop.runBriefly();
    expect(task._waiter).toBe(first);
    first.setResult(null);
    loop.runBriefly();
    expect(task._waiter).toBe(second);
    task.cancel();
    expect(second.cancelled()).toBe(true);
    expect(loop.runUntilComplete(task)).toBe(42);
    expect(task.cancelled()).toBe(false);
  });

  loopTest('test_cancel_task_ignoring: a task may ignore its cancellation and wait for something else', (loop) => {
    const [first, second, third] = [loop.createFuture<null>(), loop.createFuture<null>(), loop.createFuture<number>()];
    function* ignores(): Coroutine<number> {
      yield* first;
      try {
        yield* second;
      } catch (error) {
        expect(error).toBeInstanceOf(CancelledError);
      }
      return yield* third;
    }
    const task = loop.createTask(ignores());
    loop.runBriefly();
    expect(task._waiter).toBe(first);
    first.setResult(null);
    loop.runBriefly();
    expect(task._waiter).toBe(second);
    task.cancel();
    expect(second.cancelled()).toBe(true);
    loop.runBriefly();
    expect(task._waiter).toBe(third);
    third.setResult(42);
    expect(loop.runUntilComplete(task)).toBe(42);
    expect(third.cancelled()).toBe(false);
    expect(task.cancelled()).toBe(false);
  });

  loopTest('test_cancel_current_task: a task that cancels itself is cancelled at its next wait', (loop) => {
    const tasks: Task<number>[] = [];
    function* cancelsItself(): Coroutine<number> {
      tasks[0]?.cancel();
      expect(tasks.map(mustCancel)).toEqual([true]);
      yield* sleep(100);
      return 12;
    }
    const task = loop.createTask(cancelsItself());
    tasks.push(task);
    expect(task.cancelled()).toBe(false);
    expect(() => loop.runUntilComplete(task)).toThrow(CancelledError);
    expect(task.cancelled()).toBe(true);
    expect(mustCancel(task)).toBe(false);
    expect(task.cancel()).toBe(false);
    expect(loop.time()).toBe(0);
  });

  loopTest('test_cancel_at_end: a task that cancels itself and returns is cancelled', (loop) => {
    const tasks: Task<number>[] = [];
    function* cancelsItself(): Coroutine<number> {
      tasks[0]?.cancel();
      expect(tasks.map(mustCancel)).toEqual([true]);
      return 12;
    }
    const task = loop.createTask(cancelsItself());
    tasks.push(task);
    expect(() => loop.runUntilComplete(task)).toThrow(CancelledError);
    expect(task.cancelled()).toBe(true);
    expect(mustCancel(task)).toBe(false);
    expect(task.cancel()).toBe(false);
  });

  loopTest(
    'test_cancel_awaited_task: a cancellation kept for the next wait goes down to what is waited for',
    (loop) => {
      const future = loop.createFuture();
      const tasks: Task[] = [];
      function* main(): Coroutine<void> {
        const nested = createTask(waitsFor(future, 0));
        tasks.push(nested);
        yield* sleep(0);
        tasks[0]?.cancel();
        yield* nested;
      }
      const task = loop.createTask(main());
      tasks.push(task);
      expect(() => {
        loop.runUntilComplete(task);
      }).toThrow(CancelledError);
      expect(tasks.map((each) => each.cancelled())).toEqual([true, true]);
      expect(future.cancelled()).toBe(true);
    },
  );

  loopTest('test_task_cancel_waiter_future: cancelling a task cancels the future it waits for', (loop) => {
    const future = loop.createFuture();
    const task = loop.createTask(waitsFor(future, 0));
    loop.runBriefly();
    expect(task._waiter).toBe(future);
    task.cancel();
    loop.runBriefly();
    expect(() => loop.runUntilComplete(task)).toThrow(CancelledError);
    expect(task._waiter).toBeNull();
    expect(future.cancelled()).toBe(true);
  });

  loopTest(
    'test_task_cancel_sleeping_task: a task that awaits a sleeping task learns that it was cancelled',
    (loop) => {
      function* main(): Coroutine<string> {
        const sleeper = createTask(sleep(5000));
        getRunningLoop().callLater(0.1, () => sleeper.cancel());
        try {
          yield* sleeper;
          return 'slept in';
        } catch (error) {
          expect(error).toBeInstanceOf(CancelledError);
          return 'cancelled';
        }
      }
      expect(loop.runUntilComplete(main())).toBe('cancelled');
      expect(loop.deadlines).toEqual([0.1, 5000]);
      expect(loop.time()).toBe(0.1);
    },
  );

  loopTest(
    'test_yield_future_passes_cancel: a cancellation passes through a coroutine into what that waits for',
    (loop) => {
      const future = loop.createFuture();
      const log: string[] = [];
      function* inner(): Coroutine<void> {
        try {
          yield* future;
        } catch (error) {
          log.push('inner cancelled');
          throw error;
        }
        log.push('inner goes on');
      }
      function* outer(): Coroutine<void> {
        try {
          yield* inner();
        } catch {
          log.push('outer cancelled');
          return;
        }
        log.push('outer goes on');
      }
      const task = loop.createTask(outer());
      loop.runBriefly();
      task.cancel();
      loop.runUntilComplete(task);
      expect(log).toEqual(['inner cancelled', 'outer cancelled']);
      expect(future.cancelled()).toBe(true);
    },
  );

  loopTest('test_yield_wait_does_not_shield_cancel: cancelling a wait leaves what it waits for running', (loop) => {
    const future = loop.createFuture<null>();
    const log: string[] = [];
    function* inner(): Coroutine<void> {
      yield* future;
      log.push('inner goes on');
    }
    function* outer(): Coroutine<void> {
      yield* wait([ensureFuture(inner())]);
      log.push('outer goes on');
    }
    const task = loop.createTask(outer());
    loop.runBriefly();
    task.cancel();
    expect(() => {
      loop.runUntilComplete(task);
    }).toThrow(CancelledError);
    future.setResult(null);
    loop.runBriefly();
    expect(log).toEqual(['inner goes on']);
  });
});
