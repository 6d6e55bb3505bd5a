/* BarrierTests of CPython's test_locks, without the tests of reset and abort. */
import { describe, expect, it } from 'vitest';
import {
  asyncWith,
  Barrier,
  CancelledError,
  createTask,
  ensureFuture,
  gather,
  sleep,
  wait,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { gatherTasks } from './gather-tasks.ts';
import { raises } from './raises.ts';

describe('BarrierTests', () => {
  const parties = 5;

  function expectUsable(barrier: Barrier): void {
    expect(barrier._state).toBe('filling');
    expect(barrier.nWaiting).toBe(0);
    expect(barrier.broken).toBe(false);
  }

  asyncTest('test_barrier: a barrier itself cannot be awaited', function* () {
    const barrier = new Barrier(parties);
    expect(barrier._state).toBe('filling');
    expect(() => ensureFuture(barrier as never)).toThrow(TypeError);
    expect(barrier._state).toBe('filling');
  });

  asyncTest('test_repr: a barrier fills, drains, is reset and is broken', function* () {
    const barrier = new Barrier(parties);
    const tasks = [];
    const twoMore = (): unknown => tasks.push(createTask(barrier.wait()), createTask(barrier.wait()));
    expect(barrier._state).toBe('filling');

    twoMore();
    yield* sleep(0);
    expect(barrier._state).toBe('filling');
    expect(barrier.nWaiting).toBe(2);

    twoMore();
    tasks.push(createTask(barrier.wait()));
    yield* sleep(0);
    expect(barrier._state).toBe('draining');

    twoMore();
    yield* sleep(0);
    yield* barrier.reset();
    expect(barrier._state).toBe('resetting');

    twoMore();
    yield* sleep(0);
    yield* barrier.abort();
    expect(barrier._state).toBe('broken');
    expect(barrier.broken).toBe(true);
    yield* gather(tasks, { returnExceptions: true });
  });

  it('test_barrier_parties: a barrier of less than one party is refused', () => {
    expect(() => new Barrier(0)).toThrow(RangeError);
    expect(() => new Barrier(-4)).toThrow(RangeError);
    expect(new Barrier(parties).parties).toBe(parties);
  });

  asyncTest('test_context_manager: each task that enters gets a different number', function* () {
    const barrier = new Barrier(3);
    const results: number[] = [];
    yield* gatherTasks(3, function* () {
      yield* asyncWith(barrier, function* (index) {
        results.push(index);
      });
    });
    expect(results.sort()).toEqual([0, 1, 2]);
    expectUsable(barrier);
  });

  asyncTest('test_filling_one_task: a barrier of one party does not make its task wait', function* () {
    const barrier = new Barrier(1);
    const entered = yield* asyncWith(barrier, function* () {
      return true;
    });
    expect(entered).toBe(true);
    expectUsable(barrier);
  });

  asyncTest('test_filling_one_task_twice: a barrier of one party can be passed again and again', function* () {
    const barrier = new Barrier(1);
    const first = createTask(barrier.wait());
    yield* sleep(0);
    expect(barrier.nWaiting).toBe(0);
    const second = createTask(barrier.wait());
    yield* sleep(0);
    expect(first.result()).toBe(second.result());
    expectUsable(barrier);
  });

  asyncTest('test_filling_task_by_task: nWaiting counts the tasks that wait', function* () {
    const barrier = new Barrier(3);
    const first = createTask(barrier.wait());
    yield* sleep(0);
    expect(barrier.nWaiting).toBe(1);
    expect(barrier._state).toBe('filling');

    const second = createTask(barrier.wait());
    yield* sleep(0);
    expect(barrier.nWaiting).toBe(2);
    expect(barrier._state).toBe('filling');

    const third = createTask(barrier.wait());
    yield* sleep(0);
    yield* wait([first, second, third]);
    expectUsable(barrier);
  });

  asyncTest('test_filling_tasks_wait_twice: all tasks pass the barrier a second time from inside', function* () {
    const barrier = new Barrier(parties);
    const results: string[] = [];
    yield* gatherTasks(parties, function* () {
      yield* asyncWith(barrier, function* () {
        results.push('first');
        yield* asyncWith(barrier, function* () {
          results.push('second');
        });
      });
    });
    expect(results.filter((turn) => turn === 'first')).toHaveLength(parties);
    expect(results.filter((turn) => turn === 'second')).toHaveLength(parties);
    expectUsable(barrier);
  });

  asyncTest(
    'test_filling_tasks_check_return_value: each task gets a different number the second time too',
    function* () {
      const barrier = new Barrier(parties);
      let first = 0;
      let second = 0;
      const indexes = yield* gatherTasks(parties, () =>
        asyncWith(barrier, function* () {
          first++;
          return yield* asyncWith(barrier, function* (index) {
            second++;
            return index;
          });
        }),
      );
      expect([first, second]).toEqual([parties, parties]);
      expect(indexes.sort()).toEqual([0, 1, 2, 3, 4]);
      expectUsable(barrier);
    },
  );

  asyncTest('test_draining_state: the barrier drains until the last task has left', function* () {
    const barrier = new Barrier(parties);
    const results: boolean[] = [];
    yield* gatherTasks(parties, function* () {
      yield* asyncWith(barrier, function* () {
        results.push(barrier._state === 'draining');
      });
    });
    expect(results).toEqual([true, true, true, true, false]);
    expectUsable(barrier);
  });

  asyncTest(
    'test_blocking_tasks_while_draining: a task that arrives while the barrier drains waits until it fills again',
    function* () {
      const barrier = new Barrier(parties);
      const others = new Barrier(parties - 2);
      let again = 2;
      yield* gatherTasks(parties, function* () {
        yield* barrier.wait();
        if (again > 0) again--;
        // Tasks that do not come back at once meet until it has drained: there must be exactly three of them.
        else yield* others.wait();
        yield* barrier.wait();
      });
      expectUsable(barrier);
      expectUsable(others);
    },
  );

  asyncTest('test_filling_tasks_cancel_one: a cancelled task no longer counts', function* () {
    const barrier = new Barrier(3);
    let passed = 0;
    function* passes(): Coroutine<void> {
      yield* barrier.wait();
      passed++;
    }

    const first = createTask(passes());
    yield* sleep(0);
    expect(barrier.nWaiting).toBe(1);
    const second = createTask(passes());
    yield* sleep(0);
    expect(barrier.nWaiting).toBe(2);

    first.cancel();
    yield* sleep(0);
    expect(barrier.nWaiting).toBe(1);
    yield* raises(first, CancelledError);
    expect(first.cancelled()).toBe(true);

    const third = createTask(passes());
    yield* sleep(0);
    expect(barrier.nWaiting).toBe(2);
    const fourth = createTask(passes());
    yield* gather([second, third, fourth]);
    expect(passed).toBe(3);
    expectUsable(barrier);
  });
});
