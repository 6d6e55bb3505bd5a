import { describe, expect, it } from 'vitest';
import {
  createTask,
  CancelledError,
  formatCallGraph,
  gather,
  getRunningLoop,
  Lock,
  run,
  sleep,
  timeout,
  TimeoutError,
  enter,
  type Coroutine,
  type CoroutineLike,
} from './index.ts';
import { __addDisposableResource, __awaiter, __disposeResources } from './lowering.ts';

/** The output of TypeScript for an async function, written by hand. */
function lowered<T>(body: () => Generator<unknown, unknown, unknown>): Coroutine<T> {
  return __awaiter(undefined, undefined, undefined, body) as Coroutine<T>;
}

describe('a lowered async function', () => {
  it('runs nothing until it is awaited', () => {
    const log: string[] = [];
    const coroutine = lowered(function* () {
      log.push('begun');
    });
    expect(log).toEqual([]);
    run(coroutine);
    expect(log).toEqual(['begun']);
  });

  it('gets plain values back in the same step, arrays and strings too', () => {
    const main = lowered(function* () {
      const before = getRunningLoop()._iteration;
      const values = [yield 5, yield [1, 2], yield 'text', yield null];
      return [values, getRunningLoop()._iteration - before];
    });
    expect(run(main)).toEqual([[5, [1, 2], 'text', null], 0]);
  });

  it('awaits what it returns', () => {
    const main = lowered(function* () {
      return lowered(function* () {
        return sleep(1, 'slept');
      });
    });
    expect(run(main)).toBe('slept');
  });

  it('does not await the value of what it returns', () => {
    const inner = sleep(1);
    const main = lowered(function* () {
      return lowered(function* () {
        return [inner];
      });
    });
    expect((run(main) as unknown[])[0]).toBe(inner);
  });

  it('cannot await a native promise', () => {
    const main = lowered(function* () {
      yield Promise.resolve();
    });
    expect(() => run(main)).toThrow(
      'Expected an awaitable of this event loop, but got a native promise. In virtual time nothing outside of the loop can be waited for.',
    );
  });

  it('nests as deep as memory allows, and is resumed there at once', () => {
    const countDown = (n: number): Coroutine<number> =>
      lowered(function* () {
        if (n === 0) {
          yield sleep(1);
          return 0;
        }
        return 1 + ((yield countDown(n - 1)) as number);
      });
    expect(run(countDown(100_000))).toBe(100_000);
  });

  it('raises errors and cancellations at the await, all the way up', () => {
    const log: string[] = [];
    const level = (name: string, inner: () => unknown): Coroutine<unknown> =>
      lowered(function* () {
        try {
          return yield inner();
        } catch (error) {
          log.push(`${name}: ${String(error)}`);
          throw error;
        }
      });
    const main = lowered(function* () {
      const task = createTask(level('outer', () => level('inner', () => sleep(9))) as CoroutineLike<unknown>);
      yield sleep(1);
      task.cancel('enough');
      try {
        yield task;
      } catch (error) {
        return error;
      }
      return undefined;
    });
    expect(run(main)).toEqual(new CancelledError('enough'));
    expect(log).toEqual(['inner: CancelledError: enough', 'outer: CancelledError: enough']);
  });

  it('mixes with generators', () => {
    function* generator(): Coroutine<number> {
      return (
        (yield* lowered<number>(function* () {
          return 1 + ((yield sleep(1, 1)) as number);
        })) + 1
      );
    }
    const main = lowered(function* () {
      return yield generator();
    });
    expect(run(main)).toBe(3);
  });

  it('can be awaited once, and by one', () => {
    const shared = lowered(function* () {
      yield sleep(1);
      return 'shared';
    });
    const main = lowered(function* () {
      const awaits = (): Coroutine<unknown> =>
        lowered(function* () {
          return yield shared;
        });
      const outcomes = yield gather([awaits(), awaits()] as Coroutine<unknown>[], { returnExceptions: true });
      return [...(outcomes as unknown[]), ...((yield gather([awaits()], { returnExceptions: true })) as unknown[])].map(
        String,
      );
    });
    expect(run(main)).toEqual([
      'shared',
      'RuntimeError: coroutine is being awaited already',
      'RuntimeError: cannot reuse already awaited coroutine',
    ]);
  });

  it('is known by name at every level of the call graph', () => {
    let graph = '';
    const main = __awaiter(undefined, undefined, undefined, function* main() {
      const task = createTask(
        __awaiter(undefined, undefined, undefined, function* outer() {
          yield __awaiter(undefined, undefined, undefined, function* inner() {
            yield sleep(1);
          });
        }),
      );
      yield sleep(0);
      graph = formatCallGraph(task);
      yield task;
    });
    run(main);
    expect(graph).toBe("* Task(name='Task-2')\n  + Call stack:\n  |   inner()\n  |   outer()");
  });
});

describe('await using', () => {
  type Resources = Parameters<typeof __disposeResources>[0];
  /** The output of TypeScript for a block: `{ await using name = …; body }`. */
  function* block(resources: () => unknown[], body: () => Generator<unknown, void, unknown>): Generator<unknown, void> {
    const env: Resources = { stack: [], error: undefined, hasError: false };
    try {
      for (const resource of resources()) __addDisposableResource(env, resource, true);
      yield* body();
    } catch (error) {
      env.error = error;
      env.hasError = true;
    } finally {
      const result = __disposeResources(env);
      if (result) yield result;
    }
  }

  it('is async with: a timeout makes a TimeoutError of its cancellation', () => {
    const main = lowered(() =>
      block(
        () => [timeout(1)],
        function* () {
          yield sleep(5);
        },
      ),
    );
    expect(() => run(main)).toThrow(TimeoutError);
  });

  it('leaves the last resource first, even after an error, which it keeps', () => {
    const log: string[] = [];
    const resource = (name: string): AsyncDisposable => ({
      [Symbol.asyncDispose]: () => {
        log.push(name);
        return sleep(1);
      },
    });
    const main = lowered(() =>
      block(
        () => [resource('first'), undefined, resource('second')],
        function* () {
          throw new Error('in the block');
        },
      ),
    );
    expect(() => run(main)).toThrow('in the block');
    expect(log).toEqual(['second', 'first']);
  });

  it('needs enter for a manager that waits on entry', () => {
    const lock = new Lock();
    const main = lowered(function* () {
      yield lock.acquire();
      yield* block(
        () => [lock],
        function* () {},
      );
    });
    expect(() => run(main)).toThrow(
      new TypeError(
        'Expected a context manager that does not wait on entry, but a Lock does. Write `await using held = await enter(…)`.',
      ),
    );
    lock.release();
    const held = lowered(function* () {
      const entered = yield enter(lock);
      yield* block(
        () => [entered],
        function* () {
          expect(lock.locked()).toBe(true);
        },
      );
      return lock.locked();
    });
    expect(run(held)).toBe(false);
  });

  it('of an object that cannot be left is refused', () => {
    const env: Resources = { stack: [], error: undefined, hasError: false };
    expect(() => __addDisposableResource(env, {}, true)).toThrow(
      'Expected a context manager or a disposable object, but got an Object.',
    );
    expect(() => __addDisposableResource(env, new Lock(), false)).toThrow(
      'Expected `await using` for an asynchronous context manager, but got `using`.',
    );
  });

  it('is left at once if there is only using', () => {
    const log: string[] = [];
    const env: Resources = { stack: [], error: undefined, hasError: false };
    __addDisposableResource(env, { [Symbol.dispose]: () => log.push('disposed') }, false);
    expect(__disposeResources(env)).toBeUndefined();
    expect(log).toEqual(['disposed']);
  });
});
