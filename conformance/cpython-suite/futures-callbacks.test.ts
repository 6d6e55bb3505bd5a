/* BaseFutureDoneCallbackTests of CPython's test_futures. */
import { describe, expect } from 'vitest';
import type { Future } from '../../src/engine/scheduler/index.ts';
import { loopTest, type TestLoop } from './test-loop.ts';

describe('BaseFutureDoneCallbackTests', () => {
  /** A future, and callbacks that record their numbers. */
  function setUp(loop: TestLoop): {
    future: Future<string>;
    bag: number[];
    callback: (number: number) => () => void;
  } {
    const bag: number[] = [];
    return { future: loop.createFuture<string>(), bag, callback: (number) => () => bag.push(number) };
  }

  for (const [name, removed, left] of [
    ['test_callbacks_remove_first_callback: without the first callback, the other two are called', [0, 0], [17, 100]],
    ['test_callbacks_remove_first_and_second_callback: without the first two, the third is called', [0, 1, 0], [100]],
    ['test_callbacks_remove_third_callback: without the third, the first two are called', [2, 2], [42, 17]],
  ] as const) {
    loopTest(name, (loop) => {
      const { future, bag, callback } = setUp(loop);
      const callbacks = [callback(42), callback(17), callback(100)];
      for (const each of callbacks) future.addDoneCallback(each);
      for (const index of removed) future.removeDoneCallback(callbacks[index] as () => void);
      expect(bag).toEqual([]);
      future.setResult('foo');
      loop.runBriefly();
      expect(bag).toEqual(left);
      expect(future.result()).toBe('foo');
    });
  }

  loopTest(
    'test_callbacks_invoked_on_set_result: callbacks are called in the order in which they were added',
    (loop) => {
      const { future, bag, callback } = setUp(loop);
      future.addDoneCallback(callback(42));
      future.addDoneCallback(callback(17));
      expect(bag).toEqual([]);
      future.setResult('foo');
      expect(bag).toEqual([]);
      loop.runBriefly();
      expect(bag).toEqual([42, 17]);
      expect(future.result()).toBe('foo');
    },
  );

  loopTest('test_callbacks_invoked_on_set_exception: an exception calls the callbacks too', (loop) => {
    const { future, bag, callback } = setUp(loop);
    const failure = new Error('failure');
    future.addDoneCallback(callback(100));
    expect(bag).toEqual([]);
    future.setException(failure);
    loop.runBriefly();
    expect(bag).toEqual([100]);
    expect(future.exception()).toBe(failure);
  });

  loopTest('test_remove_done_callback: it removes every registration and says how many there were', (loop) => {
    const { future, bag, callback } = setUp(loop);
    const [first, second, third] = [callback(1), callback(2), callback(3)];
    future.addDoneCallback(first);
    future.addDoneCallback(second);
    expect(future.removeDoneCallback(second)).toBe(1);
    expect(future.removeDoneCallback(third)).toBe(0);

    future.addDoneCallback(second);
    for (let i = 0; i < 5; i++) future.addDoneCallback(first);
    expect(future.removeDoneCallback(first)).toBe(6);
    expect(bag).toEqual([]);
    future.setResult('foo');
    loop.runBriefly();
    expect(bag).toEqual([2]);
    expect(future.result()).toBe('foo');
  });

  loopTest(
    'test_schedule_callbacks_list_mutation_1: a callback that removes others comes too late for those',
    (loop) => {
      const { future, bag, callback } = setUp(loop);
      const counted = callback(1);
      future.addDoneCallback(() => future.removeDoneCallback(counted));
      future.addDoneCallback(counted);
      future.addDoneCallback(counted);
      future.setResult('foo');
      loop.runBriefly();
      expect(bag).toEqual([1, 1]);
    },
  );
});
