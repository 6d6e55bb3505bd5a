/* EventTests of CPython's test_locks. */
import { describe, expect, it } from 'vitest';
import {
  CancelledError,
  createTask,
  Event,
  getRunningLoop,
  sleep,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { countWaits } from './count-waits.ts';
import { raises } from './raises.ts';

describe('EventTests', () => {
  asyncTest('test_wait: a task that waits after set continues at once, before the tasks that set wakes', function* () {
    const event = new Event();
    expect(event.isSet()).toBe(false);
    const result: number[] = [];
    function* waits(number: number): Coroutine<null> {
      expect(yield* event.wait()).toBe(true);
      result.push(number);
      return null;
    }

    const first = createTask(waits(1));
    const second = createTask(waits(2));
    yield* sleep(0);
    expect(result).toEqual([]);

    const third = createTask(waits(3));
    event.set();
    yield* sleep(0);
    expect(result).toEqual([3, 1, 2]);
    for (const task of [first, second, third]) expect(task.result()).toBeNull();
  });

  asyncTest('test_wait_on_set: waiting for an event that is set gives true', function* () {
    const event = new Event();
    event.set();
    expect(yield* event.wait()).toBe(true);
  });

  asyncTest('test_wait_cancel: a cancelled wait leaves the list', function* () {
    const event = new Event();
    const wait = createTask(event.wait());
    getRunningLoop().callSoon(() => wait.cancel());
    yield* raises(wait, CancelledError);
    expect(countWaits(event._waiters)).toBe(0);
  });

  it('test_clear: clear takes set back', () => {
    const event = new Event();
    expect(event.isSet()).toBe(false);
    event.set();
    expect(event.isSet()).toBe(true);
    event.clear();
    expect(event.isSet()).toBe(false);
  });

  asyncTest(
    'test_clear_with_waiters: a waiting task is woken once by set, even if the event is cleared and set again before it runs',
    function* () {
      const event = new Event();
      const result: number[] = [];
      function* waits(): Coroutine<boolean> {
        expect(yield* event.wait()).toBe(true);
        result.push(1);
        return true;
      }

      const task = createTask(waits());
      yield* sleep(0);
      expect(result).toEqual([]);
      event.set();
      event.clear();
      expect(event.isSet()).toBe(false);
      event.set();
      event.set();
      expect(countWaits(event._waiters)).toBe(1);

      yield* sleep(0);
      expect(result).toEqual([1]);
      expect(countWaits(event._waiters)).toBe(0);
      expect(task.result()).toBe(true);
    },
  );
});
