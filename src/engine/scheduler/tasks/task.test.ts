import { describe, expect, it } from 'vitest';
import type { Future } from '../index.ts';
import {
  createTask,
  currentTask,
  EventLoop,
  gather,
  getRunningLoop,
  Lock,
  run,
  RuntimeError,
  send,
  sleep,
  type Coroutine,
  type Suspension,
} from '../index.ts';

/** Runs `body` as main; returns the error with which it ends. */
function failure(body: () => Generator<unknown, unknown, unknown>): unknown {
  try {
    run(body() as Coroutine<unknown>);
  } catch (error) {
    return error;
  }
  throw new Error('Expected an error, but got none.');
}

describe('what a coroutine may yield to the loop', () => {
  it('is nothing, for one turn', () => {
    const iterations = run(
      (function* (): Coroutine<number[]> {
        const loop = getRunningLoop();
        const before = loop._iteration;
        yield;
        const after = loop._iteration;
        yield undefined;
        return [after - before, loop._iteration - after];
      })(),
    );
    expect(iterations).toEqual([1, 1]);
  });

  it('is not a future that is not awaited', () => {
    const error = failure(function* () {
      yield getRunningLoop().createFuture();
    });
    expect(error).toEqual(new RuntimeError('yield was used instead of yield* in task Task-1 with a pending Future'));
  });

  it('is not a generator', () => {
    const error = failure(function* () {
      yield sleep(1);
    });
    expect(error).toEqual(
      new RuntimeError("yield was used instead of yield* for the coroutine 'sleep' in task Task-1"),
    );
    const other = failure(function* () {
      yield (function* () {})();
    });
    expect(other).toEqual(new RuntimeError('yield was used instead of yield* for a generator in task Task-1'));
  });

  it('is nothing else', () => {
    const error = failure(function* () {
      yield 5;
    });
    expect(error).toEqual(new RuntimeError('Task got bad yield: 5'));
  });

  it('is not the task itself', () => {
    const error = failure(function* () {
      yield* currentTask() as Future;
    });
    expect(error).toEqual(new RuntimeError('Task cannot await on itself: Task-1'));
  });

  it('is not a future of another loop', () => {
    const foreign = new EventLoop().createFuture();
    const error = failure(function* () {
      yield* foreign;
    });
    expect(error).toEqual(new RuntimeError('Task Task-1 got Future Future attached to a different loop'));
    expect(foreign._callbackList()).toEqual([]);
  });

  it('a bad yield is answered in the next iteration, and can be caught', () => {
    const result = run(
      (function* (): Coroutine<unknown> {
        const before = getRunningLoop()._iteration;
        try {
          yield 'bad' as never;
        } catch (error) {
          return [(error as Error).message, getRunningLoop()._iteration - before];
        }
        return undefined;
      })(),
    );
    expect(result).toEqual(['Task got bad yield: "bad"', 1]);
  });
});

describe('coroutines driven by hand inside a task', () => {
  it('may pass on what they yield', () => {
    function* passesOn<T>(inner: Coroutine<T>): Generator<Suspension, T, unknown> {
      let result = inner.next();
      while (result.done !== true) result = inner.next(yield result.value);
      return result.value;
    }
    function* inner(): Coroutine<string> {
      yield* sleep(0);
      yield* sleep(2);
      const future = getRunningLoop().createFuture<string>();
      getRunningLoop().callSoon(() => {
        future.setResult('result');
      });
      return yield* future;
    }
    const main = function* (): Coroutine<unknown> {
      return [yield* passesOn(inner()), getRunningLoop().time()];
    };
    expect(run(main())).toEqual(['result', 2]);
  });

  it('yield the future they wait for', () => {
    const main = function* (): Coroutine<void> {
      const future = getRunningLoop().createFuture();
      const inner = (function* (): Coroutine<unknown> {
        return yield* future;
      })();
      expect(send(inner).value).toBe(future);
      expect(() => send(inner)).toThrow(new RuntimeError("await wasn't used with future"));
      yield* sleep(0);
    };
    run(main());
  });

  it('may be dropped: what they waited for wakes nobody', () => {
    const main = function* (): Coroutine<string> {
      const loop = getRunningLoop();
      const future = loop.createFuture();
      (function* (): Coroutine<unknown> {
        return yield* future;
      })().next();
      const lock = new Lock();
      yield* lock.acquire();
      lock.acquire().next();
      loop.callSoon(() => {
        future.setResult(1);
        lock.release();
      });
      // Woken too early by one of them, it would end here with the clock at 0.
      yield* sleep(1);
      expect(future._callbackList()).toEqual([]);
      return `woken at ${loop.time()}`;
    };
    expect(run(main())).toBe('woken at 1');
  });

  it('need no loop as long as they wait for nothing of its own', () => {
    const coroutine = (function* (): Coroutine<string> {
      yield* sleep(0);
      return 'by hand';
    })();
    expect(send(coroutine)).toEqual({ value: undefined, done: false });
    expect(send(coroutine)).toEqual({ value: 'by hand', done: true });
  });
});

describe('a task', () => {
  it('fails with an error even if undefined or null is thrown', () => {
    for (const thrown of [undefined, null]) {
      const error = failure(function* () {
        yield* createTask(throwing(thrown));
      });
      expect(error).toEqual(new RuntimeError(`Expected an error to be thrown, but got ${thrown}.`));
    }
  });

  it('does not change anything else that is thrown', () => {
    expect(
      failure(function* () {
        yield* createTask(throwing('text'));
      }),
    ).toBe('text');
  });

  it('has a name that can be changed', () => {
    const main = function* (): Coroutine<string[]> {
      const task = createTask(sleep(1), { name: 'first' });
      const before = task.getName();
      task.setName('second');
      yield* task;
      return [before, task.getName()];
    };
    expect(run(main())).toEqual(['first', 'second']);
  });

  it('returns the coroutine it was made of', () => {
    const coroutine = sleep(1);
    const main = function* (): Coroutine<unknown> {
      const task = createTask(coroutine);
      yield* task;
      return task.getCoro();
    };
    expect(run(main())).toBe(coroutine);
  });

  it('refuses a result from outside', () => {
    const main = function* (): Coroutine<void> {
      const task = createTask(sleep(1));
      expect(() => {
        task.setResult();
      }).toThrow(new RuntimeError('Task does not support set_result operation'));
      expect(() => {
        task.setException(new Error('no'));
      }).toThrow(new RuntimeError('Task does not support set_exception operation'));
      yield* task;
    };
    run(main());
  });

  it('cannot be canceled if it waits for itself through others', () => {
    const main = function* (): Coroutine<unknown> {
      const first: Future = createTask(
        awaiting(() => second),
        { name: 'first' },
      );
      const second: Future = createTask(
        awaiting(() => first),
        { name: 'second' },
      );
      yield* sleep(0);
      expect(() => first.cancel()).toThrow(
        new RuntimeError(
          'Expected to cancel something that can be reached, but got first, which waits for itself by way of others.',
        ),
      );
      return 'went on';
    };
    expect(() => run(main(), { exceptionHandler: () => {} })).toThrow('every task waits');
  });
});

function* throwing(thrown: unknown): Coroutine<never> {
  throw thrown;
}

function* awaiting(future: () => Future): Coroutine<unknown> {
  return yield* future();
}

describe('the message of a cancellation', () => {
  it('stays with a task that it has ended when the request is withdrawn afterwards', () => {
    const results = run(
      (function* (): Coroutine<readonly unknown[]> {
        const task = createTask(
          (function* (): Coroutine<void> {
            yield* sleep(0);
            currentTask()?.cancel('stop');
          })(),
        );
        yield* sleep(1);
        task.uncancel();
        return yield* gather([task], { returnExceptions: true });
      })(),
    );
    expect(results).toMatchObject([{ message: 'stop' }]);
  });

  it('is raised by a cancelled gather of which the last child went on, as asyncio does', () => {
    const error = failure(function* () {
      const gathered = gather([
        (function* (): Coroutine<void> {
          currentTask()?.cancel('withdrawn');
          currentTask()?.uncancel();
          try {
            yield* sleep(9);
          } catch {
            yield* sleep(1);
          }
        })(),
      ]);
      yield* sleep(1);
      gathered.cancel();
      yield* gathered;
    });
    expect(String(error)).toBe('CancelledError: withdrawn');
  });
});
