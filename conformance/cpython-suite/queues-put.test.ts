/* QueuePutTests of CPython's test_queues. */
import { describe, expect, it } from 'vitest';
import {
  asyncWith,
  CancelledError,
  createTask,
  Event,
  getRunningLoop,
  Queue,
  QueueFull,
  sleep,
  TaskGroup,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { countWaits } from './count-waits.ts';
import { raises } from './raises.ts';

describe('QueuePutTests', () => {
  asyncTest('test_blocking_put: put into a queue without a maxsize never waits', function* () {
    const queue = new Queue<number>();
    yield* queue.put(1);
    expect(yield* queue.get()).toBe(1);
  });

  asyncTest('test_blocking_put_wait: put waits for a place', function* () {
    const queue = new Queue<number>(1);
    const loop = getRunningLoop();
    const started = new Event();
    let finished = false;
    function* puts(): Coroutine<void> {
      started.set();
      yield* queue.put(1);
      yield* queue.put(2);
      finished = true;
    }

    loop.callLater(0.01, () => queue.getNowait());
    const task = createTask(puts());
    yield* started.wait();
    expect(finished).toBe(false);
    yield* task;
    expect(finished).toBe(true);
    expect(loop.time()).toBe(0.01);
  });

  it('test_nonblocking_put: what putNowait puts in can be taken at once', () => {
    const queue = new Queue<number>();
    queue.putNowait(1);
    expect(queue.getNowait()).toBe(1);
  });

  asyncTest(
    'test_get_cancel_drop_one_pending_reader: an item is not lost if its reader is cancelled late',
    function* () {
      const queue = new Queue<number>();
      const reader = createTask(queue.get());
      yield* sleep(0);
      queue.putNowait(1);
      queue.putNowait(2);
      reader.cancel();
      yield* raises(reader, CancelledError);
      expect(yield* createTask(queue.get())).toBe(1);
    },
  );

  asyncTest('test_get_cancel_drop_many_pending_readers: the other readers get all the items', function* () {
    const queue = new Queue<number>();
    yield* asyncWith(new TaskGroup(), function* (group) {
      const first = group.createTask(queue.get());
      const second = group.createTask(queue.get());
      const third = group.createTask(queue.get());
      yield* sleep(0);
      queue.putNowait(1);
      queue.putNowait(2);
      first.cancel();
      yield* raises(first, CancelledError);
      yield* third;
      expect(new Set([second.result(), third.result()])).toEqual(new Set([1, 2]));
    });
  });

  asyncTest('test_put_cancel_drop: a put that is cancelled late leaves its place free', function* () {
    const queue = new Queue<number>(1);
    queue.putNowait(1);
    const writer = createTask(queue.put(2));
    yield* sleep(0);
    expect(queue.getNowait()).toBe(1);

    writer.cancel();
    yield* raises(writer, CancelledError);
    yield* createTask(queue.put(2));
    expect(queue.getNowait()).toBe(2);
    expect(queue.qsize()).toBe(0);
  });

  it('test_nonblocking_put_exception: putNowait into a full queue is an error', () => {
    const queue = new Queue<number>(1);
    queue.putNowait(1);
    expect(() => {
      queue.putNowait(2);
    }).toThrow(QueueFull);
  });

  asyncTest('test_float_maxsize: a queue with a maxsize of 1.3 is full with two items', function* () {
    const queue = new Queue<number>(1.3);
    queue.putNowait(1);
    queue.putNowait(2);
    expect(queue.full()).toBe(true);
    expect(() => {
      queue.putNowait(3);
    }).toThrow(QueueFull);

    const another = new Queue<number>(1.3);
    yield* another.put(1);
    yield* another.put(2);
    expect(another.full()).toBe(true);
  });

  asyncTest('test_put_cancelled: a put does not wait if a task waits for its item', function* () {
    const queue = new Queue<number>();
    function* puts(): Coroutine<boolean> {
      yield* queue.put(1);
      return true;
    }

    const task = createTask(puts());
    expect(yield* queue.get()).toBe(1);
    expect(task.result()).toBe(true);
  });

  asyncTest('test_put_cancelled_race: a place is not given to a cancelled task', function* () {
    const queue = new Queue<string>(1);
    const a = createTask(queue.put('a'));
    const b = createTask(queue.put('b'));
    const c = createTask(queue.put('X'));
    yield* sleep(0);
    expect(a.done()).toBe(true);
    expect(b.done()).toBe(false);

    c.cancel();
    yield* sleep(0);
    expect(c.done()).toBe(true);
    expect(queue.getNowait()).toBe('a');
    yield* sleep(0);
    expect(queue.getNowait()).toBe('b');
    yield* b;
  });

  asyncTest('test_put_with_waiting_getters: put wakes a task that waits to get', function* () {
    const queue = new Queue<string>();
    const task = createTask(queue.get());
    yield* sleep(0);
    yield* queue.put('a');
    expect(yield* task).toBe('a');
  });

  asyncTest('test_why_are_putters_waiting: each item that is taken makes a place for another', function* () {
    const queue = new Queue<number>(2);
    const putters: boolean[] = [];
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(
        (function* () {
          yield* sleep(0);
          for (let left = queue.qsize(); left > 0; left--) queue.getNowait();
        })(),
      );
      for (let item = 0; item < 4; item++) {
        group.createTask(queue.put(item)).addDoneCallback((task) => putters.push(task.done()));
      }
    });
    expect(putters).toEqual([true, true, true, true]);
  });

  asyncTest('test_cancelled_puts_not_being_held_in_self_putters: a cancelled put leaves the list', function* () {
    const queue = new Queue<number>(1);
    queue.putNowait(1);
    const put = createTask(queue.put(1));
    yield* sleep(0);
    expect(countWaits(queue._putters)).toBe(1);
    put.cancel();
    yield* raises(put, CancelledError);
    expect(countWaits(queue._putters)).toBe(0);
  });

  asyncTest(
    'test_cancelled_put_silence_value_error_exception: a put woken, then cancelled, is cancelled',
    function* () {
      const queue = new Queue<number>(1);
      queue.putNowait(1);
      const put = createTask(queue.put(1));
      yield* sleep(0);
      queue.getNowait();
      put.cancel();
      yield* raises(put, CancelledError);
      expect(countWaits(queue._putters)).toBe(0);
    },
  );
});
