/* The tests of CPython's test_tasks that sleep. */
import { describe, expect } from 'vitest';
import { CancelledError, RuntimeError, sleep, type Coroutine } from '../../src/engine/scheduler/index.ts';
import { loopTest } from './test-loop.ts';

describe('BaseTaskTests: sleep', () => {
  loopTest('test_sleep: sleep sets one timer and gives its result when that is due', (loop) => {
    function* sleeper(): Coroutine<string> {
      yield* sleep(0.05);
      return yield* sleep(0.05, 'yeah');
    }
    const task = loop.createTask(sleeper());
    loop.runUntilComplete(task);
    expect(task.result()).toBe('yeah');
    expect(loop.deadlines).toEqual([0.05, 0.1]);
    expect(loop.time()).toBe(0.1);
  });

  loopTest('test_sleep_when_delay_is_nan: sleep refuses a delay that is not a number', (loop) => {
    function* sleeper(): Coroutine<void> {
      yield* sleep(NaN);
    }
    expect(() => {
      loop.runUntilComplete(sleeper());
    }).toThrow(new RangeError('Expected a delay in seconds, but got NaN.'));
    expect(loop.deadlines).toEqual([]);
  });

  loopTest('test_sleep_cancel: cancelling a sleep cancels its timer', (loop) => {
    const task = loop.createTask(sleep(10, 'yeah'));
    loop.runBriefly();
    expect(loop.liveTimers).toBe(1);
    task.cancel();
    loop.runBriefly();
    expect(loop.liveTimers).toBe(0);
    expect(loop.deadlines).toEqual([10]);
  });

  loopTest('test_stop_while_run_in_complete: stop ends runUntilComplete after the iteration', (loop) => {
    let turns = 0;
    function* sleeps(): Coroutine<void> {
      while (turns < 10) {
        yield* sleep(0.1);
        if (++turns === 2) loop.stop();
      }
    }
    const task = loop.createTask(sleeps());
    expect(() => {
      loop.runUntilComplete(task);
    }).toThrow(new RuntimeError('Event loop stopped before Future completed.'));
    expect(task.done()).toBe(false);
    expect(turns).toBe(2);
    expect(loop.deadlines.map((deadline) => deadline.toFixed(3))).toEqual(['0.100', '0.200', '0.300']);
    // Upstream advances the clock before the third timer; a clock that jumps only when nothing is ready stays where it is.
    expect(loop.time()).toBeCloseTo(0.2);

    task.cancel();
    expect(() => {
      loop.runUntilComplete(task);
    }).toThrow(CancelledError);
  });
});

describe('SleepTests', () => {
  loopTest('test_sleep_zero: a sleep of no time lets ready callbacks run first', (loop) => {
    let result = 0;
    function* main(): Coroutine<void> {
      loop.callSoon(() => {
        result += 1;
      });
      expect(result).toBe(0);
      const number = yield* sleep(0, 10);
      expect(result).toBe(1);
      result += number;
    }
    loop.runUntilComplete(main());
    expect(result).toBe(11);
    expect(loop.deadlines).toEqual([]);
  });
});
