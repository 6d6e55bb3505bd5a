/* LockTests of CPython's test_locks. */
import { describe, expect, it } from 'vitest';
import {
  asyncWith,
  CancelledError,
  createTask,
  ensureFuture,
  getRunningLoop,
  Lock,
  RuntimeError,
  sleep,
  type Coroutine,
  type Future,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { countWaits } from './count-waits.ts';
import { raises } from './raises.ts';

describe('LockTests', () => {
  asyncTest('test_lock: a lock itself cannot be awaited', function* () {
    const lock = new Lock();
    expect(() => ensureFuture(lock as never)).toThrow(TypeError);
    expect(lock.locked()).toBe(false);
  });

  asyncTest('test_acquire: each release lets the first waiting task take the lock, one iteration later', function* () {
    const lock = new Lock();
    const result: number[] = [];
    function* locks(number: number): Coroutine<boolean> {
      expect(yield* lock.acquire()).toBe(true);
      result.push(number);
      return true;
    }

    expect(yield* lock.acquire()).toBe(true);
    const first = createTask(locks(1));
    const second = createTask(locks(2));
    yield* sleep(0);
    expect(result).toEqual([]);

    lock.release();
    yield* sleep(0);
    expect(result).toEqual([1]);
    yield* sleep(0);
    expect(result).toEqual([1]);

    const third = createTask(locks(3));
    lock.release();
    yield* sleep(0);
    expect(result).toEqual([1, 2]);
    lock.release();
    yield* sleep(0);
    expect(result).toEqual([1, 2, 3]);
    for (const task of [first, second, third]) expect(task.result()).toBe(true);
  });

  asyncTest('test_acquire_cancel: a cancelled wait leaves the list', function* () {
    const lock = new Lock();
    expect(yield* lock.acquire()).toBe(true);
    const task = createTask(lock.acquire());
    getRunningLoop().callSoon(() => task.cancel());
    yield* raises(task, CancelledError);
    expect(countWaits(lock._waiters)).toBe(0);
  });

  asyncTest('test_cancel_race: a release passes over a wait that is cancelled but still in the list', function* () {
    const lock = new Lock();
    function* holds(blocker: Future<null> | null): Coroutine<void> {
      yield* lock.acquire();
      try {
        if (blocker !== null) yield* blocker;
      } finally {
        lock.release();
      }
    }

    const blocker = getRunningLoop().createFuture<null>();
    const a = createTask(holds(blocker));
    yield* sleep(0);
    expect(lock.locked()).toBe(true);
    const b = createTask(holds(null));
    yield* sleep(0);
    expect(countWaits(lock._waiters)).toBe(1);
    const c = createTask(holds(null));
    yield* sleep(0);
    expect(countWaits(lock._waiters)).toBe(2);

    blocker.setResult(null);
    b.cancel();
    expect(lock._waiters.first?._endedCancelled()).toBe(true);
    yield* sleep(0);
    expect(lock.locked()).toBe(false);
    expect(a.done()).toBe(true);
    expect(b.cancelled()).toBe(true);
    yield* c;
  });

  asyncTest(
    'test_cancel_release_race: cancelling one who waits and releasing at once lets only one other in',
    function* () {
      const lock = new Lock();
      let calls = 0;
      let locks = 0;
      function* lockIt(): Coroutine<void> {
        calls++;
        yield* lock.acquire();
        locks++;
      }

      yield* lock.acquire();
      const [first, second, third] = [createTask(lockIt()), createTask(lockIt()), createTask(lockIt())];
      yield* sleep(0);
      getRunningLoop().callSoon(() => {
        first.cancel();
        lock.release();
      });
      yield* raises(first, CancelledError);
      expect(locks).toBe(1);
      expect(calls).toBe(3);
      expect(first.cancelled()).toBe(true);
      expect(second.done()).toBe(true);

      third.cancel();
      yield* sleep(0);
      expect(third.cancelled()).toBe(true);
    },
  );

  asyncTest(
    'test_finished_waiter_cancelled: if the first waiting task is cancelled, a release wakes the second',
    function* () {
      const lock = new Lock();
      yield* lock.acquire();
      expect(lock.locked()).toBe(true);
      const first = createTask(lock.acquire());
      yield* sleep(0);
      expect(countWaits(lock._waiters)).toBe(1);

      const second = createTask(lock.acquire());
      first.cancel();
      lock.release();
      yield* sleep(0);
      expect(lock.locked()).toBe(true);
      expect(first.cancelled()).toBe(true);
      yield* second;
    },
  );

  it('test_release_not_acquired: a free lock cannot be released', () => {
    const lock = new Lock();
    expect(() => {
      lock.release();
    }).toThrow(RuntimeError);
  });

  asyncTest('test_release_no_waiters: a release without a waiting task frees the lock', function* () {
    const lock = new Lock();
    yield* lock.acquire();
    expect(lock.locked()).toBe(true);
    lock.release();
    expect(lock.locked()).toBe(false);
  });

  asyncTest('test_context_manager: the lock is held inside asyncWith and free after it', function* () {
    const lock = new Lock();
    expect(lock.locked()).toBe(false);
    yield* asyncWith(lock, function* () {
      expect(lock.locked()).toBe(true);
    });
    expect(lock.locked()).toBe(false);
  });
});
