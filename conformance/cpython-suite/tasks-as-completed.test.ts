/* The tests of CPython's test_tasks that use asCompleted, most of them with both ways of iterating over it. */
import { describe, expect } from 'vitest';
import {
  anext,
  asCompleted,
  ensureFuture,
  RuntimeError,
  sleep,
  TimeoutError,
  wait,
  type AsCompleted,
  type Awaitable,
  type AwaitableLike,
  type Coroutine,
  type Future,
} from '../../src/engine/scheduler/index.ts';
import { advanceTime } from './advance-time.ts';
import { loopTest, TestLoop } from './test-loop.ts';

function* returns<T>(value: T): Coroutine<T> {
  return value;
}

/** Returns the next one to await, or null at the end: one round of a `for`, or of a `for await`. */
type Next = <T>(completed: AsCompleted<T>) => Coroutine<Awaitable<T> | null>;

function* nextByFor<T>(completed: AsCompleted<T>): Coroutine<Awaitable<T> | null> {
  return completed.next().value ?? null;
}

function* nextByForAwait<T>(completed: AsCompleted<T>): Coroutine<Future<T> | null> {
  return yield* anext(completed[Symbol.asyncIterator](), null);
}

/** Runs the test in both ways. */
function testBothWays(title: string, body: (loop: TestLoop, next: Next) => void): void {
  loopTest(`${title} (for)`, (loop) => {
    body(loop, nextByFor);
  });
  loopTest(`${title} (for await)`, (loop) => {
    body(loop, nextByForAwait);
  });
}

/** Awaits them one by one, at most this many. */
function* take<T>(completed: AsCompleted<T>, next: Next, most = Infinity): Coroutine<T[]> {
  const values: T[] = [];
  while (values.length < most) {
    const awaitable = yield* next(completed);
    if (awaitable === null) break;
    values.push(yield* awaitable);
  }
  return values;
}

describe('BaseTaskTests: asCompleted', () => {
  testBothWays('test_as_completed: it gives them in the order in which they are done', (loop, next) => {
    const completed = new Set<string>();
    let shifted = false;
    function* sleeper(seconds: number, name: string): Coroutine<string> {
      yield* sleep(seconds);
      completed.add(name);
      if (!shifted && completed.has('a') && completed.has('b')) {
        shifted = true;
        advanceTime(0.14);
      }
      return name;
    }
    function* main(): Coroutine<string[]> {
      return yield* take(asCompleted([sleeper(0.01, 'b'), sleeper(0.15, 'c'), sleeper(0.01, 'a')]), next);
    }
    expect(loop.runUntilComplete(main())).toEqual(['b', 'a', 'c']);
    expect(loop.deadlines).toEqual([0.01, 0.15, 0.01]);
    expect(loop.time()).toBeCloseTo(0.15);
  });

  loopTest('test_as_completed_same_tasks_in_as_out: for await yields the tasks that it was given', (loop) => {
    function* main(): Coroutine<void> {
      const given: AwaitableLike<string>[] = ['a', 'b', 'c', 'd'].map(returns);
      const tasks = [loop.createTask(returns('e')), loop.createTask(returns('f'))];
      const out = new Set<unknown>();
      const completed = asCompleted([...given, ...tasks]);
      for (let one = yield* nextByForAwait(completed); one !== null; one = yield* nextByForAwait(completed))
        out.add(one);
      expect(out.size).toBe(6);
      expect(given.some((coroutine) => out.has(coroutine))).toBe(false);
      expect(tasks.every((task) => out.has(task))).toBe(true);
    }
    loop.runUntilComplete(main());
  });

  testBothWays('test_as_completed_with_timeout: what is not done in time raises a TimeoutError', (loop, next) => {
    const a = loop.createTask(sleep(0.1, 'a'));
    const b = loop.createTask(sleep(0.15, 'b'));
    function* main(): Coroutine<unknown[]> {
      const completed = asCompleted([a, b], { timeout: 0.12 });
      const outcomes: unknown[] = yield* take(completed, next, 1);
      try {
        yield* take(completed, next, 1);
      } catch (error) {
        outcomes.push(error);
      }
      return outcomes;
    }
    expect(loop.runUntilComplete(main())).toEqual(['a', expect.any(TimeoutError)]);
    expect(loop.deadlines).toEqual([0.1, 0.15, 0.12]);
    expect(loop.time()).toBe(0.12);
    loop.runUntilComplete(wait([a, b]));
  });

  testBothWays('test_as_completed_with_unused_timeout: a timeout that is not needed is cancelled', (loop, next) => {
    function* main(): Coroutine<string[]> {
      return yield* take(asCompleted([sleep(0.01, 'a')], { timeout: 1 }), next);
    }
    expect(loop.runUntilComplete(main())).toEqual(['a']);
    expect(loop.deadlines).toEqual([1, 0.01]);
    expect(loop.time()).toBe(0.01);
    expect(loop.liveTimers).toBe(0);
  });

  testBothWays('test_as_completed_resume_iterator: it goes on where the iteration was left', (loop, next) => {
    function* main(): Coroutine<number[]> {
      const completed = asCompleted([0, 1, 2, 3].map(returns));
      const first = yield* take(completed, next, 2);
      expect(first).toHaveLength(2);
      return [...first, ...(yield* take(completed, next))];
    }
    expect(loop.runUntilComplete(main())).toEqual([0, 1, 2, 3]);
  });

  loopTest('test_as_completed_reverse_wait: the first that is awaited is the first that is done', (loop) => {
    function* main(): Coroutine<string[]> {
      const [first, second] = [...asCompleted([sleep(0.05, 'a'), sleep(0.1, 'b')])];
      const values = [yield* second as Awaitable<string>];
      expect(loop.time()).toBe(0.05);
      advanceTime(0.05);
      values.push(yield* first as Awaitable<string>);
      expect(loop.time()).toBe(0.1);
      return values;
    }
    expect(loop.runUntilComplete(main())).toEqual(['a', 'b']);
    expect(loop.deadlines).toEqual([0.05, 0.1]);
  });

  testBothWays('test_as_completed_concurrent: what it gives can be awaited at the same time', (loop, next) => {
    function* main(): Coroutine<string[]> {
      const completed = asCompleted([sleep(0.05, 'a'), sleep(0.05, 'b')]);
      const futures: Future<string>[] = [];
      for (let one = yield* next(completed); one !== null; one = yield* next(completed))
        futures.push(ensureFuture(one));
      expect(futures).toHaveLength(2);
      const { done } = yield* wait(futures);
      return [...done].map((future) => future.result());
    }
    expect(new Set(loop.runUntilComplete(main()))).toEqual(new Set(['a', 'b']));
    expect(loop.deadlines).toEqual([0.05, 0.05]);
  });

  testBothWays('test_as_completed_duplicate_coroutines: a coroutine given twice counts once', (loop, next) => {
    function* main(): Coroutine<string[]> {
      const ham = returns('ham');
      return yield* take(asCompleted([ham, ham, returns('spam')]), next);
    }
    expect(loop.runUntilComplete(main())).toEqual(['ham', 'spam']);
  });

  loopTest('test_as_completed_coroutine_without_loop: outside of a run it is an error', () => {
    expect(() => asCompleted([returns(42)])).toThrow(RuntimeError);
  });

  loopTest('test_as_completed_coroutine_use_running_loop: inside a run it makes tasks of the running loop', (loop) => {
    function* main(): Coroutine<number[]> {
      return yield* take(asCompleted([returns(42)]), nextByFor);
    }
    expect(loop.runUntilComplete(main())).toEqual([42]);
    expect(loop._taskCount).toBe(2);
  });

  loopTest('test_as_completed_invalid_args: a single future or coroutine is not an iterable of them', (loop) => {
    function* main(): Coroutine<void> {
      expect(() => asCompleted(loop.createFuture() as never)).toThrow(TypeError);
      expect(() => asCompleted(returns(1) as never)).toThrow(TypeError);
    }
    loop.runUntilComplete(main());
  });

  loopTest('test_ensure_future_error_msg: a future of another loop is refused', (loop) => {
    const future = new TestLoop().createFuture();
    function* main(): Coroutine<void> {
      expect(() => asCompleted([future])).toThrow(RangeError);
    }
    loop.runUntilComplete(main());
  });
});
