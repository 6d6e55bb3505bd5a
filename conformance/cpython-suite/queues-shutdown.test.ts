/* The tests of shutdown of CPython's test_queues. */
import { describe, expect } from 'vitest';
import {
  createTask,
  LifoQueue,
  PriorityQueue,
  Queue,
  QueueShutDown,
  sleep,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTest } from './async-test.ts';
import { raises } from './raises.ts';

/** All four operations are refused. */
function* expectShutDown(queue: Queue<string>): Coroutine<void> {
  yield* raises(queue.put('data'), QueueShutDown);
  expect(() => {
    queue.putNowait('data');
  }).toThrow(QueueShutDown);
  yield* raises(queue.get(), QueueShutDown);
  expect(() => queue.getNowait()).toThrow(QueueShutDown);
}

function expectNothingUnfinished(queue: Queue<string>): void {
  expect(() => {
    queue.taskDone();
  }).toThrow(RangeError);
}

describe.each([
  { name: 'QueueShutdownTests', Class: Queue },
  { name: 'LifoQueueShutdownTests', Class: LifoQueue },
  { name: 'PriorityQueueShutdownTests', Class: PriorityQueue },
])('$name', ({ Class }) => {
  asyncTest('test_shutdown_empty: tasks that wait for an item get a QueueShutDown', function* () {
    const queue = new Class<string>();
    const get = createTask(queue.get());
    yield* sleep(0);
    queue.shutdown();
    expect(queue.qsize()).toBe(0);
    yield* queue.join();

    yield* sleep(0);
    expect(get.done()).toBe(true);
    yield* raises(get, QueueShutDown);
    yield* expectShutDown(queue);
  });

  asyncTest('test_shutdown_nonempty: what is in the queue can still be taken and finished', function* () {
    const queue = new Class<string>(1);
    queue.putNowait('data');
    const join = createTask(queue.join());
    const put = createTask(queue.put('data2'));
    yield* sleep(0);
    expect(put.done()).toBe(false);

    queue.shutdown();
    expect(queue.qsize()).toBe(1);
    yield* sleep(0);
    expect(put.done()).toBe(true);
    yield* raises(put, QueueShutDown);

    expect(yield* queue.get()).toBe('data');
    yield* sleep(0);
    expect(join.done()).toBe(false);
    yield* expectShutDown(queue);

    queue.taskDone();
    yield* sleep(0);
    expect(join.done()).toBe(true);
    yield* join;
    expectNothingUnfinished(queue);
  });

  asyncTest('test_shutdown_immediate: an immediate shutdown drops the items and ends join', function* () {
    const queue = new Class<string>();
    queue.putNowait('data');
    const join = createTask(queue.join());
    queue.shutdown(true);
    expect(queue.qsize()).toBe(0);

    yield* sleep(0);
    expect(join.done()).toBe(true);
    yield* join;
    yield* expectShutDown(queue);
    expectNothingUnfinished(queue);
  });

  asyncTest('test_shutdown_immediate_with_unfinished: join still waits for what was taken before', function* () {
    const queue = new Class<string>();
    queue.putNowait('data');
    queue.putNowait('data');
    const join = createTask(queue.join());
    expect(yield* queue.get()).toBe('data');
    queue.shutdown(true);
    expect(queue.qsize()).toBe(0);

    yield* sleep(0);
    expect(join.done()).toBe(false);
    yield* expectShutDown(queue);

    queue.taskDone();
    expectNothingUnfinished(queue);
    yield* sleep(0);
    expect(join.done()).toBe(true);
    yield* join;
  });
});
