/* SemaphoreTests of CPython's test_locks. */
import { describe, expect, it } from 'vitest';
import {
  asyncWith,
  BoundedSemaphore,
  CancelledError,
  createTask,
  ensureFuture,
  gather,
  getRunningLoop,
  Semaphore,
  sleep,
  TaskGroup,
  waitFor,
  type Coroutine,
  type Task,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { countWaits } from './count-waits.ts';
import { raises } from './raises.ts';

describe('SemaphoreTests', () => {
  /** Takes a unit, records the number, and keeps the unit. */
  function* takes(semaphore: Semaphore, number: number, result: number[]): Coroutine<boolean> {
    yield* semaphore.acquire();
    result.push(number);
    return true;
  }

  it('test_initial_value_zero: a semaphore of no units is locked', () => {
    expect(new Semaphore(0).locked()).toBe(true);
  });

  asyncTest('test_semaphore: a semaphore itself cannot be awaited', function* () {
    const semaphore = new Semaphore();
    expect(semaphore._value).toBe(1);
    expect(() => ensureFuture(semaphore as never)).toThrow(TypeError);
    expect(semaphore.locked()).toBe(false);
    expect(semaphore._value).toBe(1);
  });

  it('test_semaphore_value: a semaphore of less than no units is refused', () => {
    expect(() => new Semaphore(-1)).toThrow(RangeError);
  });

  asyncTest('test_acquire: two releases let the first two of three tasks continue', function* () {
    const semaphore = new Semaphore(3);
    const result: number[] = [];
    expect(yield* semaphore.acquire()).toBe(true);
    expect(yield* semaphore.acquire()).toBe(true);
    expect(semaphore.locked()).toBe(false);

    const first = createTask(takes(semaphore, 1, result));
    const rest = [createTask(takes(semaphore, 2, result)), createTask(takes(semaphore, 3, result))];
    yield* sleep(0);
    expect(result).toEqual([1]);
    expect(semaphore.locked()).toBe(true);
    expect(countWaits(semaphore._waiters)).toBe(2);
    expect(semaphore._value).toBe(0);

    rest.push(createTask(takes(semaphore, 4, result)));
    semaphore.release();
    semaphore.release();
    expect(semaphore._value).toBe(0);

    yield* sleep(0);
    expect(semaphore._value).toBe(0);
    expect(result).toEqual([1, 2, 3]);
    expect(semaphore.locked()).toBe(true);
    expect(countWaits(semaphore._waiters)).toBe(1);
    expect(first.result()).toBe(true);
    expect(rest.map((task) => task.done())).toEqual([true, true, false]);

    semaphore.release();
    expect(yield* gather(rest)).toEqual([true, true, true]);
  });

  asyncTest('test_acquire_cancel: a cancelled wait leaves the list', function* () {
    const semaphore = new Semaphore();
    yield* semaphore.acquire();
    const acquire = createTask(semaphore.acquire());
    getRunningLoop().callSoon(() => acquire.cancel());
    yield* raises(acquire, CancelledError);
    expect(countWaits(semaphore._waiters)).toBe(0);
  });

  asyncTest('test_acquire_cancel_before_awoken: a release passes over cancelled tasks', function* () {
    const semaphore = new Semaphore(0);
    const [first, second, third, fourth] = [
      createTask(semaphore.acquire()),
      createTask(semaphore.acquire()),
      createTask(semaphore.acquire()),
      createTask(semaphore.acquire()),
    ];
    yield* sleep(0);
    first.cancel();
    second.cancel();
    semaphore.release();

    yield* sleep(0);
    yield* sleep(0);
    expect(third.done()).toBe(true);
    expect(fourth.done()).toBe(false);

    third.cancel();
    fourth.cancel();
    yield* sleep(0);
  });

  asyncTest('test_acquire_hang: the unit goes to the second task if the first is cancelled', function* () {
    const semaphore = new Semaphore(0);
    const first = createTask(semaphore.acquire());
    const second = createTask(semaphore.acquire());
    yield* sleep(0);

    first.cancel();
    semaphore.release();
    yield* sleep(0);
    yield* sleep(0);
    expect(semaphore.locked()).toBe(true);
    expect(second.done()).toBe(true);
  });

  asyncTest('test_acquire_no_hang: a unit handed to a task that is cancelled is not lost', function* () {
    const semaphore = new Semaphore(1);
    let entered = false;
    const tasks: Task[] = [];
    function* first(): Coroutine<null> {
      yield* asyncWith(semaphore, () => sleep(0));
      tasks[1]?.cancel();
      return null;
    }
    function* second(): Coroutine<void> {
      yield* asyncWith(semaphore, function* () {
        entered = true;
      });
    }

    tasks.push(createTask(first()), createTask(second()));
    const results = yield* gather(tasks, { returnExceptions: true });
    expect(results).toEqual([null, expect.any(CancelledError)]);
    expect(entered).toBe(false);
    expect(yield* waitFor(semaphore.acquire(), 1)).toBe(true);
  });

  it('test_release_not_acquired: a bounded semaphore with all its units cannot be released', () => {
    const semaphore = new BoundedSemaphore();
    expect(() => {
      semaphore.release();
    }).toThrow(RangeError);
  });

  asyncTest('test_release_no_waiters: a release without a waiting task adds a unit', function* () {
    const semaphore = new Semaphore();
    yield* semaphore.acquire();
    expect(semaphore.locked()).toBe(true);
    semaphore.release();
    expect(semaphore.locked()).toBe(false);
  });

  asyncTest('test_acquire_fifo_order: a task that comes back queues after the others', function* () {
    const semaphore = new Semaphore(1);
    const result: string[] = [];
    function* takesTwice(tag: string): Coroutine<void> {
      for (const turn of [1, 2]) {
        yield* semaphore.acquire();
        result.push(`${tag}_${turn}`);
        yield* sleep(0.01);
        semaphore.release();
      }
    }

    yield* asyncWith(new TaskGroup(), function* (group) {
      for (const tag of ['c1', 'c2', 'c3']) group.createTask(takesTwice(tag));
    });
    expect(result).toEqual(['c1_1', 'c2_1', 'c3_1', 'c1_2', 'c2_2', 'c3_2']);
  });

  asyncTest(
    'test_acquire_fifo_order_2: who comes back at once after its release queues up behind the others',
    function* () {
      const semaphore = new Semaphore(1);
      const result: number[] = [];
      function* takesTwice(): Coroutine<boolean> {
        yield* takes(semaphore, 2, result);
        semaphore.release();
        return yield* takes(semaphore, 4, result);
      }

      const tasks = [
        createTask(takes(semaphore, 1, result)),
        createTask(takesTwice()),
        createTask(takes(semaphore, 3, result)),
      ];
      yield* sleep(0);
      semaphore.release();
      semaphore.release();
      yield* gather(tasks);
      expect(result).toEqual([1, 2, 3, 4]);
    },
  );

  asyncTest('test_acquire_fifo_order_3: a cancelled task does not make another one wait', function* () {
    const semaphore = new Semaphore(0);
    const result: number[] = [];
    const tasks = [1, 2, 3].map((number) => createTask(takes(semaphore, number, result)));
    yield* sleep(0);
    tasks[0]?.cancel();
    yield* sleep(0);
    semaphore.release();
    semaphore.release();
    yield* gather(tasks, { returnExceptions: true });
    expect(result).toEqual([2, 3]);
  });

  asyncTest('test_acquire_fifo_order_4: the first woken task wakes all others that have a unit', function* () {
    const semaphore = new Semaphore(0);
    const result: number[] = [];
    const tasks: Task<boolean>[] = [];
    function* notes(number: number): Coroutine<boolean> {
      result.push(number);
      return true;
    }
    function* first(): Coroutine<boolean> {
      expect(semaphore._value).toBe(0);
      yield* semaphore.acquire();
      // The two after this one have been given theirs.
      expect(semaphore._value).toBe(0);
      tasks.push(createTask(notes(4)));
      return yield* notes(1);
    }
    function* second(): Coroutine<boolean> {
      for (let i = 0; i < 3; i++) semaphore.release();
      expect(semaphore._value).toBe(2);
      // There are units, but someone waits.
      expect(semaphore.locked()).toBe(true);
      return yield* takes(semaphore, 2, result);
    }
    function* third(): Coroutine<boolean> {
      yield* semaphore.acquire();
      expect(semaphore.locked()).toBe(true);
      return yield* notes(3);
    }

    tasks.push(createTask(first()), createTask(second()), createTask(third()));
    yield* sleep(0);
    expect(semaphore._value).toBe(2);
    expect(countWaits(semaphore._waiters)).toBe(3);
    yield* sleep(0);
    expect(tasks).toHaveLength(4);
    yield* gather(tasks);
    expect(result).toEqual([1, 2, 3, 4]);
  });
});
