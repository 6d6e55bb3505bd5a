/* AsyncGenAsyncioTest of CPython's test_asyncgen: async generators in a running loop; `anext` and `aiter` have their own file. */
import { describe, expect, it } from 'vitest';
import {
  abandon,
  allTasks,
  anext,
  asyncGenerator,
  CancelledError,
  captureCallGraph,
  collect,
  collectLazily,
  createTask,
  emit,
  ensureFuture,
  EventLoop,
  getRunningLoop,
  run,
  RuntimeError,
  sleep,
  StopAsyncIteration,
  type Coroutine,
  type Emitted,
  type Suspension,
} from '../../src/engine/scheduler/index.ts';
import { asyncTestOn } from './async-test.ts';
import { lowerGenerator } from './lower.ts';
import { raises } from './raises.ts';
import { toList } from './to-list.ts';

const asyncTest = asyncTestOn(() => new EventLoop());

class Marker extends Error {}
const failure = new RangeError('raised by the body');

const oneAndTwo = asyncGenerator(function* () {
  yield emit(1);
  yield emit(2);
});

describe('iteration', () => {
  asyncTest('test_async_gen_asyncio_01: a body may wait between its items, and return', function* () {
    const pausing = asyncGenerator(function* () {
      yield emit(1);
      yield* sleep(0.01);
      yield emit(2);
      yield* sleep(0.01);
    });
    expect(yield* toList(pausing())).toEqual([1, 2]);
    expect(getRunningLoop().time()).toBe(0.02);
  });

  asyncTest('test_async_gen_asyncio_02: what the body raises comes out of the loop over it', function* () {
    const failing = asyncGenerator(function* () {
      yield emit(1);
      yield* sleep(0.01);
      yield emit(2);
      throw failure;
    });
    expect(yield* raises(toList(failing()), RangeError)).toBe(failure);
  });

  asyncTest('test_async_gen_asyncio_03: an async generator as the method of an async iterable', function* () {
    const pausing = lowerGenerator(`async function* (sleep) {
      yield 1;
      await sleep(0.01);
      yield 2;
    }`);
    expect(yield* toList({ [Symbol.asyncIterator]: () => pausing(sleep) })).toEqual([1, 2]);
  });

  asyncTest('test_async_gen_expression_01: a lazy comprehension over an async generator', function* () {
    const range = asyncGenerator(function* (count: number) {
      for (let i = 0; i < count; i++) {
        yield* sleep(0.01);
        yield emit(i);
      }
    });
    const doubled = collectLazily(range(10), (i) => i * 2);
    expect(yield* collect(doubled)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  it('test_async_gen_expression_incorrect: a lazy comprehension over what cannot be iterated fails at once', () => {
    for (const source of [null, undefined, 1, {}]) {
      expect(() => collectLazily(source as never)).toThrow(/^Expected an iterable or an async iterable, but got /);
    }
  });

  asyncTest('test_async_gen_expression_02: a lazy comprehension whose condition is awaited', function* () {
    const doubled = collectLazily(
      Array(10).keys(),
      (i) => i * 2,
      (i) => sleep(0.01, i),
    );
    expect(yield* collect(doubled)).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18]);
    expect(getRunningLoop().time()).toBeCloseTo(0.1);
  });
});

describe('items that look like the end', () => {
  const looksLikeTheEnd = asyncGenerator(function* () {
    try {
      yield emit({ value: 1, done: true });
    } catch (error) {
      if (!(error instanceof Marker)) throw error;
      yield emit({ value: 3, done: true });
    }
  });

  asyncTest('test_async_gen_asyncio_anext_stopiteration: an item may be an iterator’s result', function* () {
    const generator = looksLikeTheEnd();
    expect(yield* generator.asend()).toEqual({ value: 1, done: true });
    expect(generator.asend().throw(new Marker())).toEqual({ value: { value: 3, done: true }, done: true });
    yield* raises(generator.asend(), StopAsyncIteration);
    expect(yield* toList(looksLikeTheEnd())).toEqual([{ value: 1, done: true }]);
  });

  asyncTest(
    'test_async_gen_asyncio_athrow_stopiteration: an item in answer to athrow may be an iterator’s result',
    function* () {
      const generator = looksLikeTheEnd();
      expect(yield* generator.asend()).toEqual({ value: 1, done: true });
      expect(yield* generator.athrow(new Marker())).toEqual({ value: 3, done: true });
      yield* raises(generator.asend(), StopAsyncIteration);
    },
  );
});

describe('anext by hand', () => {
  const catching = asyncGenerator(function* () {
    yield emit(1);
    yield* sleep(0.01);
    try {
      yield emit(2);
      yield emit(3);
    } catch (error) {
      if (!(error instanceof Marker)) throw error;
      yield emit(1000);
    }
    yield* sleep(0.01);
    yield emit(4);
  });

  asyncTest('test_async_gen_asyncio_anext_04: items come one by one, then StopAsyncIteration every time', function* () {
    const generator = catching();
    for (const item of [1, 2, 3, 4]) expect(yield* generator.asend()).toBe(item);
    yield* raises(generator.asend(), StopAsyncIteration);
    yield* raises(generator.asend(), StopAsyncIteration);
  });

  asyncTest('test_async_gen_asyncio_anext_04: an asend can be thrown into instead of started', function* () {
    const generator = catching();
    for (const item of [1, 2]) expect(yield* generator.asend()).toBe(item);
    expect(generator.asend().throw(new Marker())).toEqual({ value: 1000, done: true });
    expect(yield* generator.asend()).toBe(4);
    yield* raises(generator.asend(), StopAsyncIteration);
  });

  asyncTest(
    'test_async_gen_asyncio_anext_05: the first value sent to an asend without one is what it sends',
    function* () {
      const generator = asyncGenerator(function* (): Generator<Emitted<number>, void, number> {
        const first = yield emit(1);
        const second = yield emit(first);
        yield emit(second * 100);
      })();
      expect(generator.asend().next()).toEqual({ value: 1, done: true });
      expect(generator.asend().next(10)).toEqual({ value: 10, done: true });
      expect(generator.asend().next(12)).toEqual({ value: 1200, done: true });
      yield* raises(generator.asend(), StopAsyncIteration);
    },
  );

  asyncTest(
    'test_async_gen_asyncio_anext_06: a catch block that catches nothing does not keep the end back',
    function* () {
      const log: string[] = [];
      const generator = asyncGenerator(function* () {
        try {
          yield emit(undefined);
        } catch {
          log.push('caught');
        }
        log.push('end');
      })();
      yield* generator.asend();
      yield* raises(generator.asend(), StopAsyncIteration);
      expect(log).toEqual(['end']);
    },
  );
});

describe('aclose', () => {
  asyncTest(
    'test_async_gen_asyncio_aclose_06: a body that emits while it is closed has ignored GeneratorExit',
    function* () {
      const generator = asyncGenerator(function* () {
        try {
          yield emit(1);
        } finally {
          yield* sleep(0.01);
          yield emit(12);
        }
      })();
      yield* generator.asend();
      const error = yield* raises(generator.aclose(), RuntimeError);
      expect(error.message).toBe('async generator ignored GeneratorExit');
    },
  );

  for (const [title, wait] of [
    ['test_async_gen_asyncio_aclose_07: a finally block may wait while the generator is closed', sleep(0)],
    ['test_async_gen_asyncio_aclose_08: awaits after the emission do not run', null],
  ] as const) {
    asyncTest(title, function* () {
      const log: string[] = [];
      const never = getRunningLoop().createFuture();
      const generator = asyncGenerator(function* () {
        try {
          yield emit(1);
          yield* wait ?? never;
          log.push('went on');
          yield emit(2);
        } finally {
          yield* sleep(0.01);
          yield* sleep(0.01);
          log.push('finally');
        }
        log.push('went on');
      })();
      expect(yield* generator.asend()).toBe(1);
      yield* generator.aclose();
      expect(log).toEqual(['finally']);
      expect(getRunningLoop().time()).toBe(0.02);
    });
  }

  it('test_async_gen_asyncio_gc_aclose_09: an abandoned generator is closed by a task of the loop', () => {
    const log: string[] = [];
    const forever = asyncGenerator(function* () {
      try {
        for (;;) yield emit(1);
      } finally {
        yield* sleep(0);
        log.push('closed');
      }
    });
    const loop = new EventLoop();
    loop.runUntilComplete(
      (function* (): Coroutine<void> {
        const generator = forever();
        yield* generator.asend();
        yield* generator.asend();
        abandon(generator);
        yield* sleep(0);
        yield* sleep(0);
      })(),
    );
    expect(log).toEqual(['closed']);
  });

  asyncTest('test_async_gen_asyncio_aclose_10: a body may catch GeneratorExit and end', function* () {
    const log: string[] = [];
    const generator = asyncGenerator(function* () {
      try {
        yield emit(undefined);
      } catch {
        log.push('caught');
      }
      log.push('end');
    })();
    yield* generator.asend();
    yield* generator.aclose();
    expect(log).toEqual(['caught', 'end']);
  });

  asyncTest('test_async_gen_asyncio_aclose_11: a body may not catch GeneratorExit and emit', function* () {
    const log: string[] = [];
    const generator = asyncGenerator(function* () {
      try {
        yield emit(undefined);
      } catch {
        log.push('caught');
      }
      yield emit(undefined);
      log.push('went on');
    })();
    yield* generator.asend();
    const error = yield* raises(generator.aclose(), RuntimeError);
    expect(error.message).toBe('async generator ignored GeneratorExit');
    expect(log).toEqual(['caught']);
  });

  asyncTest('test_async_gen_asyncio_aclose_12: a finally block may wait for a task and catch its error', function* () {
    const log: unknown[] = [];
    const generator = asyncGenerator(function* () {
      const task = createTask(failsLater());
      try {
        yield emit(1);
      } finally {
        try {
          yield* task;
        } catch (error) {
          log.push(error);
        }
      }
    })();
    yield* generator.asend();
    yield* generator.aclose();
    expect(log).toEqual([failure]);
  });
});

describe('asend and athrow', () => {
  asyncTest('test_async_gen_asyncio_asend_01: an emission evaluates to the value that is sent', function* () {
    const log: string[] = [];
    const generator = asyncGenerator(function* (): Generator<Suspension | Emitted<number>, void, number> {
      try {
        yield* sleep(0.01);
        const sent = yield emit(1);
        yield* sleep(0.01);
        yield emit(sent * 2);
        yield* sleep(0.01);
        return;
      } finally {
        yield* sleep(0.01);
        yield* sleep(0.01);
        log.push('finally');
      }
    })();
    expect(yield* generator.asend()).toBe(1);
    expect(yield* generator.asend(100)).toBe(200);
    yield* raises(generator.asend(), StopAsyncIteration);
    expect(log).toEqual(['finally']);
    expect(getRunningLoop().time()).toBeCloseTo(0.05);
  });

  for (const [title, crash, type] of [
    ['test_async_gen_asyncio_asend_02: an error of what the body awaits comes out of asend', failsLater, RangeError],
    ['test_async_gen_asyncio_asend_03: so does a cancellation of it', sleepsAndIsCancelled, CancelledError],
  ] as const) {
    asyncTest(title, function* () {
      const log: string[] = [];
      const generator = asyncGenerator(function* () {
        try {
          yield* sleep(0.01);
          yield emit(1);
          yield* crash();
          log.push('went on');
        } finally {
          yield* sleep(0.01);
          yield* sleep(0.01);
          log.push('finally');
        }
      })();
      expect(yield* generator.asend()).toBe(1);
      yield* raises(generator.asend(100), type);
      expect(log).toEqual(['finally']);
    });
  }

  asyncTest(
    'test_async_gen_asyncio_athrow_01: an error is raised at the emission, which may be answered',
    function* () {
      const log: string[] = [];
      const generator = asyncGenerator(function* () {
        try {
          yield* sleep(0.01);
          let doubled = 1;
          try {
            yield emit(1);
          } catch (error) {
            if (!(error instanceof Marker)) throw error;
            doubled = 1000;
            yield* sleep(0.01);
          }
          yield emit(doubled * 2);
          yield* sleep(0.01);
        } finally {
          yield* sleep(0.01);
          yield* sleep(0.01);
          log.push('finally');
        }
      })();
      expect(yield* generator.asend()).toBe(1);
      expect(yield* generator.athrow(new Marker())).toBe(2000);
      yield* raises(generator.asend(), StopAsyncIteration);
      expect(log).toEqual(['finally']);
    },
  );

  asyncTest(
    'test_async_gen_asyncio_athrow_02: a cancellation of what the answer awaits comes out of athrow',
    function* () {
      const log: string[] = [];
      const generator = asyncGenerator(function* () {
        try {
          yield* sleep(0.01);
          try {
            yield emit(1);
          } catch {
            yield* sleepsAndIsCancelled();
          }
          log.push('went on');
        } finally {
          yield* sleep(0.01);
          yield* sleep(0.01);
          log.push('finally');
        }
      })();
      expect(yield* generator.asend()).toBe(1);
      yield* raises(generator.athrow(new Marker()), CancelledError);
      expect(log).toEqual(['finally']);
    },
  );

  asyncTest(
    'test_async_gen_asyncio_athrow_03: a body that catches the error and ends raises StopAsyncIteration',
    function* () {
      const log: string[] = [];
      const generator = asyncGenerator(function* () {
        try {
          yield emit(undefined);
        } catch {
          log.push('caught');
        }
        log.push('end');
      })();
      yield* generator.asend();
      yield* raises(generator.athrow(new Marker()), StopAsyncIteration);
      expect(log).toEqual(['caught', 'end']);
    },
  );
});

describe('objects that are good once', () => {
  asyncTest('test_async_gen_await_same_anext_coro_twice: an asend cannot be awaited twice', function* () {
    const generator = oneAndTwo();
    const next = generator.asend();
    yield* next;
    expect((yield* raises(next, RuntimeError)).message).toBe('cannot reuse already awaited __anext__()/asend()');
  });

  asyncTest('test_async_gen_await_same_aclose_coro_twice: an aclose cannot be awaited twice', function* () {
    const closing = oneAndTwo().aclose();
    yield* closing;
    expect((yield* raises(closing, RuntimeError)).message).toBe('cannot reuse already awaited aclose()/athrow()');
  });

  asyncTest('test_async_gen_aclose_twice_with_different_coros: a generator can be closed again', function* () {
    const generator = oneAndTwo();
    yield* generator.aclose();
    expect(yield* generator.aclose()).toBeUndefined();
  });

  asyncTest('test_async_gen_aclose_compatible_with_get_stack: a task of an aclose says what it runs', function* () {
    const task = createTask(oneAndTwo().aclose());
    const graphs = [...allTasks()].map((each) => captureCallGraph(each));
    expect(graphs.find((graph) => graph?.future === task)?.callStack).toEqual(['aclose']);
    yield* task;
  });

  asyncTest('test_async_gen_aclose_after_exhaustion: a generator can be closed after its end', function* () {
    const generator = oneAndTwo();
    expect(yield* toList(generator)).toEqual([1, 2]);
    expect(yield* generator.aclose()).toBeUndefined();
  });
});

describe('the end of the run', () => {
  it('test_async_gen_asyncio_shutdown_01: tasks that iterate run the finally blocks when they are cancelled', () => {
    let finalized = 0;
    const waiter = asyncGenerator(function* (seconds: number) {
      try {
        yield* sleep(seconds);
        yield emit(1);
      } finally {
        yield* sleep(0);
        finalized++;
      }
    });
    const loop = new EventLoop();
    const tasks = [loop.createTask(toList(waiter(1))), loop.createTask(toList(waiter(1)))];
    loop.runUntilComplete(sleep(0.1));
    for (const task of tasks) task.cancel();
    for (const task of tasks) expect(() => loop.runUntilComplete(task)).toThrow(CancelledError);
    loop.runUntilComplete(loop.shutdownAsyncgens());
    expect(finalized).toBe(2);
  });

  it('test_async_gen_asyncio_shutdown_02: a generator that was left is closed without a report', () => {
    expect(messagesOfRun(oneAndTwo())).toEqual([]);
  });

  it('test_async_gen_asyncio_shutdown_exception_01: an error that a generator raises while it is closed goes to the handler', () => {
    const generator = failsOnExit();
    expect(messagesOfRun(generator)).toEqual([
      {
        message: 'an error occurred during closing of an asynchronous generator',
        exception: failure,
        asyncgen: generator,
      },
    ]);
  });

  it('test_async_gen_asyncio_shutdown_exception_02: an error that an abandoned generator raises goes to the handler', () => {
    expect(messagesOfRun(failsOnExit(), abandon)).toEqual([
      expect.objectContaining({ message: 'unhandled exception during shutdown of the run', exception: failure }),
    ]);
  });

  it('test_asyncgen_nonstarted_hooks_are_cancellable: an abandoned generator is closed without a report at the end of the run', () => {
    expect(messagesOfRun(oneAndTwo(), abandon)).toEqual([]);
  });
});

const failsOnExit = asyncGenerator(function* () {
  try {
    yield emit(1);
    yield emit(2);
  } finally {
    yield* fails();
  }
});

/** Takes one item of the generator and leaves it in the given way; returns what the exception handler gets. */
function messagesOfRun(generator: ReturnType<typeof oneAndTwo>, leave?: typeof abandon): unknown[] {
  const contexts: unknown[] = [];
  run(
    (function* (): Coroutine<void> {
      getRunningLoop().setExceptionHandler((_loop, context) => contexts.push(context));
      expect(yield* anext(generator)).toBe(1);
      leave?.(generator);
    })(),
  );
  return contexts;
}

function* fails(): Generator<never> {
  throw failure;
}

function* failsLater(): Coroutine<never> {
  yield* sleep(0.01);
  throw failure;
}

/** Waits for a sleep that is canceled after half its time. */
function* sleepsAndIsCancelled(): Coroutine<void> {
  const sleeping = ensureFuture(sleep(0.01));
  getRunningLoop().callLater(0.005, () => sleeping.cancel());
  yield* sleeping;
}
