/* The tests of gather of CPython's test_tasks: of futures, and of coroutines that wait for them. */
import { describe, expect } from 'vitest';
import {
  CancelledError,
  createTask,
  gather,
  RuntimeError,
  sleep,
  type AwaitableLike,
  type Coroutine,
  type Future,
} from '../../src/engine/scheduler/index.ts';
import { loopTest, TestLoop } from './test-loop.ts';

function* returns<T>(value: T): Coroutine<T> {
  return value;
}

function* awaits<T>(future: Future<T>): Coroutine<T> {
  return yield* future;
}

type Options = { readonly returnExceptions: boolean };

/** Calls gather inside the loop and returns its future. */
function gatherIn(loop: TestLoop, awaitables: readonly AwaitableLike<unknown>[], options?: Options): Future {
  function* main(): Coroutine<Future[]> {
    return [gather(awaitables, options as Options)];
  }
  const [future] = loop.runUntilComplete(main()) as [Future];
  return future;
}

function futuresOf(loop: TestLoop, count: number): Future[] {
  return Array.from({ length: count }, () => loop.createFuture());
}

/** Counts how often the future reports that it is done. */
function countCalls(future: Future): { calls: number } {
  const count = { calls: 0 };
  future.addDoneCallback(() => count.calls++);
  return count;
}

describe.each<{ name: string; start: (loop: TestLoop, futures: Future[], options?: Options) => Future }>([
  { name: 'FutureGatherTests', start: (_loop, futures, options) => gather(futures, options as Options) },
  { name: 'CoroutineGatherTests', start: (loop, futures, options) => gatherIn(loop, futures.map(awaits), options) },
])('$name', ({ start }) => {
  for (const [name, each] of [
    ['test_success: the results are in the order of the arguments', [undefined, { returnExceptions: false }]],
    [
      'test_result_exception_success: with returnExceptions the results are in the order of the arguments',
      [{ returnExceptions: true }],
    ],
  ] as const) {
    loopTest(name, (loop) => {
      for (const options of each) {
        const [a, b, c] = futuresOf(loop, 3) as [Future, Future, Future];
        const future = start(loop, [a, b, c], options);
        const count = countCalls(future);
        b.setResult(1);
        a.setResult(2);
        loop.runWhileReady();
        expect(count.calls).toBe(0);
        expect(future.done()).toBe(false);
        c.setResult(3);
        loop.runWhileReady();
        expect(count.calls).toBe(1);
        expect(future.result()).toEqual([2, 1, 3]);
      }
    });
  }

  loopTest('test_one_exception: the first exception is raised at once, and the other tasks continue', (loop) => {
    const failure = new Error('failure');
    const [a, b, c, d, e] = futuresOf(loop, 5) as [Future, Future, Future, Future, Future];
    const future = start(loop, [a, b, c, d, e]);
    const count = countCalls(future);
    a.setResult(1);
    b.setException(failure);
    loop.runWhileReady();
    expect(count.calls).toBe(1);
    expect(future.exception()).toBe(failure);

    c.setResult(3);
    d.cancel();
    e.setException(new Error('too late'));
    loop.runWhileReady();
    expect(count.calls).toBe(1);
    expect(future.exception()).toBe(failure);
  });

  loopTest('test_return_exceptions: with returnExceptions exceptions are results', (loop) => {
    const failures = [new Error('first'), new Error('second')];
    const [a, b, c, d] = futuresOf(loop, 4) as [Future, Future, Future, Future];
    const future = start(loop, [a, b, c, d], { returnExceptions: true });
    const count = countCalls(future);
    b.setResult(1);
    c.setException(failures[0]);
    a.setResult(3);
    loop.runWhileReady();
    expect(future.done()).toBe(false);
    d.setException(failures[1]);
    loop.runWhileReady();
    expect(count.calls).toBe(1);
    expect(future.result()).toEqual([3, 1, failures[0], failures[1]]);
  });
});

describe('FutureGatherTests', () => {
  loopTest('test_constructor_empty_sequence_without_loop: outside of a run nothing can be gathered', () => {
    expect(() => gather([])).toThrow(RuntimeError);
  });

  loopTest('test_constructor_empty_sequence_use_running_loop: a gather of nothing is done', (loop) => {
    const future = gatherIn(loop, []);
    expect(future.getLoop()).toBe(loop);
    expect(future.done()).toBe(true);
    expect(future.result()).toEqual([]);
  });

  loopTest('test_constructor_heterogenous_futures: futures of two loops cannot be gathered', (loop) => {
    const other = new TestLoop();
    expect(() => gather([loop.createFuture(), other.createFuture()])).toThrow(RangeError);
  });

  loopTest('test_constructor_homogenous_futures: a gather belongs to the loop of its futures', (loop) => {
    const children = futuresOf(loop, 3);
    for (let i = 0; i < 2; i++) {
      const future = gather(children);
      expect(future.getLoop()).toBe(loop);
      loop.runWhileReady();
      expect(future.done()).toBe(false);
    }
  });

  loopTest('test_one_cancellation: one that is cancelled counts as an exception', (loop) => {
    const [a, b, c, d, e] = futuresOf(loop, 5) as [Future, Future, Future, Future, Future];
    const future = gather([a, b, c, d, e]) as Future;
    const count = countCalls(future);
    a.setResult(1);
    b.cancel();
    loop.runWhileReady();
    expect(count.calls).toBe(1);
    expect(future.cancelled()).toBe(false);
    expect(future.exception()).toBeInstanceOf(CancelledError);

    c.setResult(3);
    d.cancel();
    e.setException(new Error('too late'));
    loop.runWhileReady();
    expect(count.calls).toBe(1);
  });

  loopTest(
    'test_result_exception_one_cancellation: with returnExceptions one that is cancelled is a result',
    (loop) => {
      const failures = [new Error('first'), new Error('second')];
      const [a, b, c, d, e, f] = futuresOf(loop, 6) as [Future, Future, Future, Future, Future, Future];
      const future = gather([a, b, c, d, e, f], { returnExceptions: true }) as Future;
      const count = countCalls(future);
      a.setResult(1);
      b.setException(failures[0]);
      c.cancel();
      loop.runWhileReady();
      expect(future.done()).toBe(false);
      d.setResult(3);
      e.cancel();
      f.setException(failures[1]);
      expect(loop.runUntilComplete(future)).toEqual([
        1,
        failures[0],
        expect.any(CancelledError),
        3,
        expect.any(CancelledError),
        failures[1],
      ]);
      expect(count.calls).toBe(1);
    },
  );
});

describe('CoroutineGatherTests', () => {
  loopTest('test_constructor_without_loop: outside of a run coroutines cannot be gathered', () => {
    expect(() => gather([returns('abc'), returns('abc')])).toThrow(RuntimeError);
  });

  loopTest('test_constructor_use_running_loop: inside a run they become tasks of the running loop', (loop) => {
    const future = gatherIn(loop, [returns('abc'), returns('abc')]);
    expect(future.getLoop()).toBe(loop);
    expect(loop.runUntilComplete(future)).toEqual(['abc', 'abc']);
  });

  loopTest('test_duplicate_coroutines: a coroutine given several times runs once', (loop) => {
    const coroutine = returns('abc');
    const future = gatherIn(loop, [coroutine, coroutine, returns('def'), coroutine]);
    loop.runWhileReady();
    expect(future.result()).toEqual(['abc', 'abc', 'def', 'abc']);
  });

  loopTest('test_cancellation_broadcast: cancelling a task that gathers cancels what it gathers', (loop) => {
    const waiter = loop.createFuture<null>();
    const log: string[] = [];
    const gathers: Future[] = [];
    function* inner(): Coroutine<void> {
      yield* waiter;
      log.push('inner goes on');
    }
    const children = [loop.createTask(inner()), loop.createTask(inner())];
    function* outer(): Coroutine<void> {
      const future = gather(children);
      gathers.push(future);
      yield* future;
      log.push('outer goes on');
    }

    const task = loop.createTask(outer());
    loop.runBriefly();
    expect(task.cancel()).toBe(true);
    expect(() => {
      loop.runUntilComplete(task);
    }).toThrow(CancelledError);
    expect(gathers[0]?.cancel()).toBe(false);
    expect(waiter.cancelled()).toBe(true);
    expect(children.map((child) => child.cancelled())).toEqual([true, true]);
    loop.runBriefly();
    expect(log).toEqual([]);
  });

  loopTest('test_exception_marking: only the first of two exceptions is raised, the other counts as seen', (loop) => {
    function* fails(future: Future): Coroutine<void> {
      yield* future;
      throw new Error('should not be ignored');
    }
    const [a, b] = futuresOf(loop, 2) as [Future, Future];
    function* outer(): Coroutine<void> {
      yield* gather([fails(a), fails(b)]);
    }
    const task = loop.createTask(outer());
    loop.runBriefly();
    a.setResult(null);
    loop.runBriefly();
    b.setResult(null);
    loop.runBriefly();
    expect(task.exception()).toEqual(new Error('should not be ignored'));
  });

  loopTest('test_issue46672: something that cannot be awaited is refused without further errors', (loop) => {
    expect(() => gatherIn(loop, [returns('abc'), {} as never])).toThrow(TypeError);
    loop.runWhileReady();
    expect(loop.uncaught).toEqual([]);
  });
});

describe('BaseTaskTests: gather', () => {
  loopTest('test_cancel_gather_1: a gather cannot be cancelled when all its children are done', (loop) => {
    const future = loop.createFuture<number>();
    const gathered = gatherIn(loop, [awaits(future)]);
    const accepted: boolean[] = [];
    future.addDoneCallback(() => accepted.push(gathered.cancel()));
    future.setResult(42);
    expect(loop.runUntilComplete(gathered)).toEqual([42]);
    expect(accepted).toEqual([false]);
    expect(gathered.cancelled()).toBe(false);
  });

  loopTest(
    'test_cancel_gather_2: cancelling a task that gathers reaches who waits for it, with the message',
    (loop) => {
      for (const [given, expected] of [
        [[], ''],
        [[null], ''],
        [['my message'], 'my message'],
        [[5], '5'],
      ] as const) {
        function* gathersAgainAndAgain(): Coroutine<void> {
          for (let i = 0; i < 20; i++) yield* gather([sleep(0.05)], { returnExceptions: true });
        }
        function* main(): Coroutine<void> {
          const task = createTask(gathersAgainAndAgain());
          yield* sleep(0.2);
          task.cancel(...given);
          yield* task;
        }
        expect(() => {
          loop.runUntilComplete(main());
        }).toThrow(new CancelledError(expected));
      }
    },
  );
});
