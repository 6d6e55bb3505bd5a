/* QueueGetTests of CPython's test_queues. */
import { describe, expect, it } from 'vitest';
import {
  asyncWith,
  createTask,
  Event,
  getRunningLoop,
  Queue,
  QueueEmpty,
  sleep,
  TaskGroup,
  TimeoutError,
  waitFor,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { countWaits } from './count-waits.ts';
import { raises } from './raises.ts';

describe('QueueGetTests', () => {
  asyncTest('test_blocking_get: get returns an item that is there at once', function* () {
    const queue = new Queue<number>();
    queue.putNowait(1);
    expect(yield* queue.get()).toBe(1);
  });

  asyncTest(
    'test_get_with_putters: get wakes the first task that waits to put, and removes it from the list',
    function* () {
      const queue = new Queue<number>(1);
      yield* queue.put(1);
      const put = createTask(queue.put(2));
      yield* sleep(0);
      const waiter = queue._putters.first;
      expect(waiter?.done()).toBe(false);

      expect(yield* queue.get()).toBe(1);
      expect(waiter?.done()).toBe(true);
      expect(waiter?._endedCancelled()).toBe(false);
      expect(countWaits(queue._putters)).toBe(0);
      yield* put;
    },
  );

  asyncTest('test_blocking_get_wait: get waits for an item', function* () {
    const queue = new Queue<number>();
    const loop = getRunningLoop();
    const started = new Event();
    let finished = false;
    function* gets(): Coroutine<number> {
      started.set();
      const item = yield* queue.get();
      finished = true;
      return item;
    }

    const task = createTask(gets());
    yield* started.wait();
    expect(finished).toBe(false);
    loop.callLater(
      0.01,
      (item: number) => {
        queue.putNowait(item);
      },
      1,
    );
    expect(yield* task).toBe(1);
    expect(finished).toBe(true);
    expect(loop.time()).toBe(0.01);
  });

  it('test_nonblocking_get: getNowait returns an item that is there', () => {
    const queue = new Queue<number>();
    queue.putNowait(1);
    expect(queue.getNowait()).toBe(1);
  });

  it('test_nonblocking_get_exception: getNowait of an empty queue is an error', () => {
    const queue = new Queue<number>();
    expect(() => queue.getNowait()).toThrow(QueueEmpty);
  });

  asyncTest('test_get_cancelled_race: an item is not given to a cancelled task', function* () {
    const queue = new Queue<string>();
    const first = createTask(queue.get());
    const second = createTask(queue.get());
    yield* sleep(0);
    first.cancel();
    yield* sleep(0);
    expect(first.done()).toBe(true);
    yield* queue.put('a');
    yield* sleep(0);
    expect(yield* second).toBe('a');
  });

  asyncTest('test_get_with_waiting_putters: get lets the tasks that wait put their items in one by one', function* () {
    const queue = new Queue<string>(1);
    createTask(queue.put('a'));
    createTask(queue.put('b'));
    expect(yield* queue.get()).toBe('a');
    expect(yield* queue.get()).toBe('b');
  });

  asyncTest('test_why_are_getters_waiting: a producer and a consumer of a queue of one place both end', function* () {
    const queue = new Queue<number>(1);
    const items: number[] = [];
    function* produces(): Coroutine<void> {
      for (let item = 0; item < 5; item++) yield* queue.put(item);
    }
    function* consumes(): Coroutine<void> {
      for (let i = 0; i < 5; i++) items.push(yield* queue.get());
    }

    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(produces());
      group.createTask(consumes());
    });
    expect(items).toEqual([0, 1, 2, 3, 4]);
  });

  asyncTest('test_cancelled_getters_not_being_held_in_self_getters: an abandoned wait leaves the list', function* () {
    const queue = new Queue<number>(5);
    yield* raises(waitFor(queue.get(), 0.1), TimeoutError);
    expect(countWaits(queue._getters)).toBe(0);
  });
});
