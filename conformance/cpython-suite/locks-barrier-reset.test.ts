/* The tests of BarrierTests in CPython's test_locks that reset or abort. */
import { describe, expect } from 'vitest';
import {
  asyncWith,
  Barrier,
  BrokenBarrierError,
  createTask,
  gather,
  sleep,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { gatherTasks, makeTasks } from './gather-tasks.ts';

const parties = 5;

/** Whether the wait at the barrier ended because it was broken or reset. */
function* isBroken(barrier: Barrier): Coroutine<boolean> {
  try {
    yield* barrier.wait();
    return false;
  } catch (error) {
    if (!(error instanceof BrokenBarrierError)) throw error;
    return true;
  }
}

describe('BarrierTests: reset', () => {
  function expectUsable(barrier: Barrier): void {
    expect(barrier._state).toBe('filling');
    expect(barrier.nWaiting).toBe(0);
    expect(barrier.broken).toBe(false);
  }

  asyncTest('test_reset_barrier: resetting an empty barrier changes nothing', function* () {
    const barrier = new Barrier(1);
    createTask(barrier.reset());
    yield* sleep(0);
    expectUsable(barrier);
  });

  asyncTest('test_reset_barrier_while_tasks_waiting: every waiting task gets a BrokenBarrierError', function* () {
    const barrier = new Barrier(parties);
    const tasks = makeTasks(parties - 1, () => isBroken(barrier));
    yield* sleep(0);
    createTask(barrier.reset());
    expect(yield* gather(tasks)).toEqual([true, true, true, true]);
    expectUsable(barrier);
  });

  asyncTest(
    'test_reset_barrier_when_tasks_half_draining: a reset reaches only those who have not left the barrier yet',
    function* () {
      const barrier = new Barrier(parties);
      const half = 2;
      let broken = 0;
      yield* gatherTasks(parties, function* () {
        if (yield* isBroken(barrier)) broken++;
        else if (barrier._count === half) yield* barrier.reset();
      });
      expect(broken).toBe(half);
      expectUsable(barrier);
    },
  );

  asyncTest(
    'test_reset_barrier_when_tasks_half_draining_half_blocking: a reset leaves those who wait outside the barrier waiting',
    function* () {
      const barrier = new Barrier(parties);
      const half = 2;
      let left = 0;
      let brokenInside = 0;
      let brokenOutside = 0;
      yield* gatherTasks(parties, function* () {
        if (yield* isBroken(barrier)) {
          brokenInside++;
          yield* barrier.wait();
        } else if (++left > half) {
          yield* barrier.reset();
          yield* barrier.wait();
        } else if (yield* isBroken(barrier)) brokenOutside++;
      });
      expect(brokenInside).toBe(half);
      expect(brokenOutside).toBe(0);
      expectUsable(barrier);
    },
  );

  asyncTest(
    'test_reset_barrier_while_tasks_waiting_and_waiting_again: the tasks of a reset barrier may wait again',
    function* () {
      const barrier = new Barrier(parties);
      let broken = 0;
      let passed = 0;
      const tasks = makeTasks(parties - 1, function* () {
        if (yield* isBroken(barrier)) broken++;
        yield* barrier.wait();
        passed++;
      });
      createTask(barrier.reset());
      yield* sleep(0);
      createTask(
        asyncWith(barrier, function* () {
          passed++;
        }),
      );
      yield* gather(tasks);
      expect(broken).toBe(parties - 1);
      expect(passed).toBe(parties);
      expectUsable(barrier);
    },
  );

  asyncTest(
    'test_reset_barrier_while_tasks_draining: a reset after the last task has left breaks nothing',
    function* () {
      const barrier = new Barrier(parties);
      let left = 0;
      const second: boolean[] = [];
      let third = 0;
      yield* gatherTasks(parties, function* () {
        yield* barrier.wait();
        if (++left === parties) {
          yield* barrier.reset();
          yield* barrier.wait();
        } else second.push(yield* isBroken(barrier));
        yield* barrier.wait();
        third++;
      });
      expect(second).toEqual([false, false, false, false]);
      expect(third).toBe(parties);
      expectUsable(barrier);
    },
  );
});

describe('BarrierTests: abort', () => {
  asyncTest('test_abort_barrier: abort breaks the barrier', function* () {
    const barrier = new Barrier(1);
    createTask(barrier.abort());
    yield* sleep(0);
    expect(barrier.nWaiting).toBe(0);
    expect(barrier.broken).toBe(true);
  });

  asyncTest(
    'test_abort_barrier_when_tasks_half_draining_half_blocking: an abort reaches those inside the barrier and those outside',
    function* () {
      const barrier = new Barrier(parties);
      const half = 2;
      let left = 0;
      let brokenInside = 0;
      let brokenOutside = 0;
      yield* gatherTasks(parties, function* () {
        if (yield* isBroken(barrier)) brokenInside++;
        else if (++left > half) yield* barrier.abort();
        else if (yield* isBroken(barrier)) brokenOutside++;
      });
      expect(barrier.broken).toBe(true);
      expect(barrier._state).toBe('broken');
      expect(brokenInside).toBe(half);
      expect(brokenOutside).toBe(parties - half - 1);
      expect(barrier.nWaiting).toBe(0);
    },
  );

  asyncTest('test_abort_barrier_when_exception: a task that fails and aborts stops all the others', function* () {
    const barrier = new Barrier(parties);
    let passed = 0;
    let broken = 0;
    yield* gatherTasks(parties, function* () {
      try {
        yield* asyncWith(barrier, function* (index) {
          if (index === 2) throw new Error('the third');
        });
        yield* barrier.wait();
        passed++;
      } catch (error) {
        if (error instanceof BrokenBarrierError) broken++;
        else yield* barrier.abort();
      }
    });
    expect(barrier.broken).toBe(true);
    expect(passed).toBe(0);
    expect(broken).toBe(parties - 1);
    expect(barrier.nWaiting).toBe(0);
  });

  asyncTest('test_abort_barrier_when_exception_then_resetting: a reset fixes what was broken', function* () {
    const barrier = new Barrier(parties);
    const meeting = new Barrier(parties);
    let passed = 0;
    let broken = 0;
    let passedAfter = 0;
    yield* gatherTasks(parties, function* () {
      try {
        if ((yield* barrier.wait()) === 2) throw new Error('the third');
        yield* barrier.wait();
        passed++;
      } catch (error) {
        if (error instanceof BrokenBarrierError) broken++;
        else yield* barrier.abort();
      }
      // All must have left it before it is reset, and none may arrive before that is done.
      if ((yield* meeting.wait()) === 2) yield* barrier.reset();
      yield* meeting.wait();
      yield* barrier.wait();
      passedAfter++;
    });
    expect(barrier.broken).toBe(false);
    expect(passed).toBe(0);
    expect(broken).toBe(parties - 1);
    expect(passedAfter).toBe(parties);
    expect(barrier.nWaiting).toBe(0);
  });
});
