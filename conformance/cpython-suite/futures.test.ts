/* CPython's test_futures without the tests of done callbacks and of exceptions that nobody retrieved. */
import { describe, expect } from 'vitest';
import {
  CancelledError,
  ensureFuture,
  Future,
  getRunningLoop,
  InvalidStateError,
  isFuture,
  RuntimeError,
  sleep,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { loopTest } from './test-loop.ts';

describe('BaseFutureTests', () => {
  function expectDone(future: Future<number>): void {
    expect(future.done()).toBe(true);
    expect(() => {
      future.setResult(0);
    }).toThrow(InvalidStateError);
    expect(() => {
      future.setException(new Error('too late'));
    }).toThrow(InvalidStateError);
    expect(future.cancel()).toBe(false);
  }

  loopTest('test_isfuture: futures are futures, their class and numbers are not', (loop) => {
    expect(isFuture(loop.createFuture())).toBe(true);
    expect(isFuture(Future)).toBe(false);
    expect(isFuture(1)).toBe(false);
  });

  loopTest('test_initial_state: a new future is neither done nor cancelled', (loop) => {
    const future = loop.createFuture();
    expect(future.cancelled()).toBe(false);
    expect(future.done()).toBe(false);
    future.cancel();
    expect(future.cancelled()).toBe(true);
  });

  loopTest('test_constructor_without_loop: outside of a run a future has to be given its loop', (loop) => {
    expect(() => new Future()).toThrow(
      new RuntimeError('Expected a running event loop, but there is none. Call this from a coroutine or a callback.'),
    );
    expect(new Future(loop).getLoop()).toBe(loop);
  });

  loopTest('test_constructor_use_running_loop: inside a run it belongs to the running loop', (loop) => {
    const loops: unknown[] = [];
    function* main(): Coroutine<void> {
      loops.push(new Future().getLoop(), getRunningLoop());
    }
    loop.runUntilComplete(main());
    expect(loops[0]).toBe(loop);
    expect(loops[1]).toBe(loop);
  });

  loopTest('test_future_cancel_message_getter: a coroutine that awaits a cancelled future gets the message', (loop) => {
    const future = loop.createFuture();
    expect(future._message).toBeUndefined();
    future.cancel('my message');
    expect(() => loop.runUntilComplete(future)).toThrow(new CancelledError('my message'));
    expect(future._message).toBe('my message');
  });

  loopTest('test_cancel: a cancelled future has no result and no exception, and stays as it is', (loop) => {
    const future = loop.createFuture<number>();
    expect(future.cancel()).toBe(true);
    expect(future.cancelled()).toBe(true);
    expect(() => future.result()).toThrow(CancelledError);
    expect(() => future.exception()).toThrow(CancelledError);
    expectDone(future);
  });

  loopTest('test_result: a future with a result has no exception, and stays as it is', (loop) => {
    const future = loop.createFuture<number>();
    expect(() => future.result()).toThrow(InvalidStateError);
    future.setResult(42);
    expect(future.cancelled()).toBe(false);
    expect(future.result()).toBe(42);
    expect(future.exception()).toBeNull();
    expectDone(future);
  });

  loopTest('test_exception: a future with an exception raises it as its result, and stays as it is', (loop) => {
    const failure = new RuntimeError('failure');
    const future = loop.createFuture<number>();
    expect(() => future.exception()).toThrow(InvalidStateError);
    future.setException(failure);
    expect(future.cancelled()).toBe(false);
    expect(() => future.result()).toThrow(failure);
    expect(future.exception()).toBe(failure);
    expectDone(future);
  });

  loopTest('test_yield_from_twice: a future that is done does not suspend', (loop) => {
    const future = loop.createFuture<number>();
    function* fixture(): Generator<unknown, void, unknown> {
      yield 'A';
      const x = yield* future;
      yield ['B', x];
      const y = yield* future;
      yield ['C', y];
    }
    const generator = fixture();
    expect(generator.next().value).toBe('A');
    expect(generator.next().value).toBe(future);
    future.setResult(42);
    expect(generator.next().value).toEqual(['B', 42]);
    expect(generator.next().value).toEqual(['C', 42]);
  });

  loopTest('test_iter: resuming a coroutine that awaits a future that is not done is an error', (loop) => {
    const future = loop.createFuture();
    const waits = (function* () {
      return yield* future;
    })();
    expect(waits.next().value).toBe(future);
    expect(() => waits.next()).toThrow(new RuntimeError("await wasn't used with future"));
  });

  loopTest('test_future_iter_throw: an error thrown into a coroutine that awaits a future is raised there', (loop) => {
    const failure = new Error('zebra');
    const waits = (function* () {
      return yield* loop.createFuture();
    })();
    waits.next();
    expect(() => waits.throw(failure)).toThrow(failure);
  });

  loopTest('test_wrap_future_future: ensureFuture gives a future back as it is', (loop) => {
    const future = loop.createFuture();
    expect(ensureFuture(future)).toBe(future);
  });

  loopTest(
    'test_set_result_unless_cancelled: a timer that is due comes too late for a sleep cancelled just before',
    (loop) => {
      const task = loop.createTask(sleep(1));
      loop.callLater(1, () => task.cancel());
      expect(() => loop.runUntilComplete(task)).toThrow(CancelledError);
      expect(loop.deadlines).toEqual([1, 1]);
      expect(loop.time()).toBe(1);
    },
  );
});
