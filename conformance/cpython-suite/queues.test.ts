/* QueueBasicTests, LifoQueueTests, PriorityQueueTests and the tests of join of CPython's test_queues. */
import { describe, expect, it } from 'vitest';
import {
  asyncWith,
  createTask,
  LifoQueue,
  PriorityQueue,
  Queue,
  sleep,
  TaskGroup,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';

/** Puts items in and takes as many out. */
function* passThrough(queue: Queue<number>, items: readonly number[]): Coroutine<number[]> {
  for (const item of items) yield* queue.put(item);
  const out: number[] = [];
  while (out.length < items.length) out.push(yield* queue.get());
  return out;
}

describe('QueueBasicTests', () => {
  asyncTest('test_empty: a queue is empty before the first put and after the last get', function* () {
    const queue = new Queue<number>();
    expect(queue.empty()).toBe(true);
    yield* queue.put(1);
    expect(queue.empty()).toBe(false);
    expect(yield* queue.get()).toBe(1);
    expect(queue.empty()).toBe(true);
  });

  asyncTest('test_full: a queue is full with as many items as its maxsize, and never without one', function* () {
    expect(new Queue().full()).toBe(false);
    const queue = new Queue<number>(1);
    yield* queue.put(1);
    expect(queue.full()).toBe(true);
  });

  asyncTest('test_order: items come out in the order in which they were put in', function* () {
    expect(yield* passThrough(new Queue(), [1, 3, 2])).toEqual([1, 3, 2]);
  });

  asyncTest('test_maxsize: put waits while the queue is full', function* () {
    const queue = new Queue<number>(2);
    expect(queue.maxsize).toBe(2);
    const put: number[] = [];
    function* putter(): Coroutine<boolean> {
      for (const item of [0, 1, 2]) {
        yield* queue.put(item);
        put.push(item);
      }
      return true;
    }

    const task = createTask(putter());
    yield* sleep(0);
    yield* sleep(0);
    expect(put).toEqual([0, 1]);
    expect(yield* queue.get()).toBe(0);

    yield* sleep(0);
    expect(put).toEqual([0, 1, 2]);
    expect(yield* queue.get()).toBe(1);
    expect(yield* queue.get()).toBe(2);
    expect(task.result()).toBe(true);
  });
});

describe('LifoQueueTests', () => {
  asyncTest('test_order: the item put in last comes out first', function* () {
    expect(yield* passThrough(new LifoQueue(), [1, 3, 2])).toEqual([2, 3, 1]);
  });
});

describe('PriorityQueueTests', () => {
  asyncTest('test_order: the smallest item comes out first', function* () {
    expect(yield* passThrough(new PriorityQueue(), [1, 3, 2])).toEqual([1, 2, 3]);
  });
});

describe.each([
  { name: 'QueueJoinTests', Class: Queue },
  { name: 'LifoQueueJoinTests', Class: LifoQueue },
  { name: 'PriorityQueueJoinTests', Class: PriorityQueue },
])('$name', ({ Class }) => {
  it('test_task_done_underflow: taskDone cannot be called for more items than were put in', () => {
    const queue = new Class();
    expect(() => {
      queue.taskDone();
    }).toThrow(RangeError);
  });

  asyncTest('test_task_done: join waits until taskDone was called for every item', function* () {
    const queue = new Class<number>();
    for (let item = 0; item < 100; item++) queue.putNowait(item);
    const state = { sum: 0, running: true };
    function* worker(): Coroutine<void> {
      while (state.running) {
        state.sum += yield* queue.get();
        queue.taskDone();
      }
    }

    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(worker());
      group.createTask(worker());
      yield* queue.join();
      expect(state.sum).toBe(4950);
      state.running = false;
      queue.putNowait(0);
      queue.putNowait(0);
    });
    expect(queue.empty()).toBe(true);
  });

  asyncTest('test_join_empty_queue: join of a queue that never had an item returns at once', function* () {
    const queue = new Class();
    yield* queue.join();
    yield* queue.join();
    expect(queue.empty()).toBe(true);
  });
});
