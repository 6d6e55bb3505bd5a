/*
 * CPython's test_asyncgen again, for tests in which the body matters: with `async function*` in the async style, which is lowered
 * differently.
 */
import { describe, expect, it } from 'vitest';
import {
  aclose,
  CancelledError,
  createTask,
  ensureFuture,
  EventLoop,
  getRunningLoop,
  GeneratorExit,
  RuntimeError,
  sleep,
  StopAsyncIteration,
  type AsyncGeneratorObject,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTestOn } from './async-test.ts';
import { handOut } from './hand-out.ts';
import { lowerGenerator } from './lower.ts';
import { raises } from './raises.ts';
import { runByHand } from './run-by-hand.ts';
import { toList } from './to-list.ts';

const asyncTest = asyncTestOn(() => new EventLoop());

class Marker extends Error {}
const failure = new RangeError('raised by the body');

describe('by hand', () => {
  it('test_async_gen_iteration_01: iteration gives what is yielded and passes on what is awaited', () => {
    const numbers = lowerGenerator(`async function* (handOut, sent) {
      await handOut('a');
      sent.push(yield 123);
      await handOut('b');
      yield 456;
    }`);
    const sent: unknown[] = [];
    expect(runByHand(toList(numbers(handOut, sent)))).toEqual({ handedOut: ['a', 'b'], result: [123, 456] });
    expect(sent).toEqual([undefined]);
  });

  it('test_async_gen_exception_05: a body that raises StopAsyncIteration itself raises RuntimeError', () => {
    const stop = new StopAsyncIteration();
    const stops = lowerGenerator('async function* (stop) { yield 123; throw stop; }');
    const expected = new RuntimeError('async generator raised StopAsyncIteration', { cause: stop });
    expect(() => runByHand(toList(stops(stop)))).toThrow(expected);
  });

  it('test_async_gen_exception_09: items of a finally block come before the error', () => {
    const generator = lowerGenerator(`async function* (handOut, failure) {
      try {
        await handOut('pause');
        yield 1;
        throw failure;
      } finally {
        yield 2;
        await handOut('pause');
        yield 3;
      }
    }`)(handOut, failure);
    for (const item of [1, 2, 3]) expect(runByHand(generator.asend()).result).toBe(item);
    expect(() => runByHand(generator.asend())).toThrow(failure);
    expect(() => runByHand(generator.asend())).toThrow(StopAsyncIteration);
  });

  it('test_async_gen_exception_10: a value that is sent before the start is refused', () => {
    const generator = lowerGenerator('async function* () { yield 123; }')();
    expect(() => generator.asend().next(100)).toThrow(
      new TypeError("can't send non-None value to a just-started async generator"),
    );
  });

  it('test_async_gen_exception_12: a body that asks itself for the next item is running already', () => {
    const generator = lowerGenerator('async function* (me) { yield await me().asend(); }')(() => generator);
    const asked = generator.asend();
    expect(() => asked.next()).toThrow(new RuntimeError('anext(): asynchronous generator is already running'));
    expect(() => asked.next()).toThrow(new RuntimeError('cannot reuse already awaited __anext__()/asend()'));
  });

  it('test_async_gen_asend_throw_concurrent_with_send: only one asend may run at a time', () => {
    const generator = lowerGenerator("async function* (handOut) { await handOut('waiting'); yield 1; }")(handOut);
    const first = generator.asend();
    expect(first.next()).toEqual({ value: 'waiting', done: false });
    expect(() => generator.asend().throw(new Marker())).toThrow(
      new RuntimeError('anext(): asynchronous generator is already running'),
    );
    expect(first.next()).toEqual({ value: 1, done: true });
  });
});

describe('in a loop', () => {
  asyncTest('test_async_gen_asyncio_asend_01: a yield evaluates to the value that is sent', function* () {
    const log: string[] = [];
    const generator = logging(`
      await sleep(0.01);
      const sent = yield 1;
      await sleep(0.01);
      yield sent * 2;
      return;`)(log, sleep);
    expect(yield* generator.asend()).toBe(1);
    expect(yield* generator.asend(100)).toBe(200);
    yield* raises(generator.asend(), StopAsyncIteration);
    expect(log).toEqual(['finally']);
    expect(getRunningLoop().time()).toBeCloseTo(0.04);
  });

  for (const [title, crash, type] of [
    ['test_async_gen_asyncio_asend_02: an error of what the body awaits comes out of asend', failsLater, RangeError],
    ['test_async_gen_asyncio_asend_03: so does a cancellation of it', sleepsAndIsCancelled, CancelledError],
  ] as const) {
    asyncTest(title, function* () {
      const log: string[] = [];
      const generator = logging("yield 1; await crash(); log.push('went on'); yield 2;")(log, sleep, crash);
      expect(yield* generator.asend()).toBe(1);
      yield* raises(generator.asend(100), type);
      expect(log).toEqual(['finally']);
    });
  }

  asyncTest(
    'test_async_gen_asyncio_athrow_01: an error is raised at the yield, and the body may answer it',
    function* () {
      const log: string[] = [];
      const generator = logging(`
      let doubled;
      try {
        doubled = yield 1;
      } catch {
        doubled = 1000;
        await sleep(0.01);
      }
      yield doubled * 2;`)(log, sleep);
      expect(yield* generator.asend()).toBe(1);
      expect(yield* generator.athrow(new Marker())).toBe(2000);
      yield* raises(generator.asend(), StopAsyncIteration);
      expect(log).toEqual(['finally']);
    },
  );

  asyncTest('test_async_gen_asyncio_athrow_02: a cancellation of the answer comes out of athrow', function* () {
    const log: string[] = [];
    const generator = logging('try { yield 1; } catch { await crash(); }')(log, sleep, sleepsAndIsCancelled);
    expect(yield* generator.asend()).toBe(1);
    yield* raises(generator.athrow(new Marker()), CancelledError);
    expect(log).toEqual(['finally']);
  });

  asyncTest(
    'test_async_gen_asyncio_aclose_06: a body that yields while it is closed has ignored GeneratorExit',
    function* () {
      const refuses = lowerGenerator(
        'async function* (sleep) { try { yield 1; } finally { await sleep(0.01); yield 12; } }',
      );
      const generator = refuses(sleep);
      yield* generator.asend();
      expect((yield* raises(aclose(generator), RuntimeError)).message).toBe('async generator ignored GeneratorExit');
    },
  );

  asyncTest('test_async_gen_asyncio_aclose_07: a finally block may wait while the generator is closed', function* () {
    const log: string[] = [];
    const generator = logging("yield 1; log.push('went on');")(log, sleep);
    yield* generator.asend();
    expect(yield* generator.aclose()).toBeUndefined();
    expect(log).toEqual(['finally']);
    expect(getRunningLoop().time()).toBeCloseTo(0.02);
  });

  asyncTest('test_async_gen_asyncio_aclose_10: a body may catch GeneratorExit and end', function* () {
    const caught: unknown[] = [];
    const catches = lowerGenerator('async function* (caught) { try { yield; } catch (error) { caught.push(error); } }');
    const generator = catches(caught);
    yield* generator.asend();
    yield* generator.aclose();
    expect(caught).toEqual([expect.any(GeneratorExit)]);
  });

  asyncTest('test_async_gen_asyncio_aclose_12: a finally block may wait for a task and catch its error', function* () {
    const caught: unknown[] = [];
    const generator = lowerGenerator(`async function* (start, caught) {
      const task = start();
      try {
        yield 1;
      } finally {
        try {
          await task;
        } catch (error) {
          caught.push(error);
        }
      }
    }`)(() => createTask(failsLater()), caught);
    yield* generator.asend();
    yield* generator.aclose();
    expect(caught).toEqual([failure]);
  });
});

/** A generator with this body that waits in its finally block, and then records that. */
function logging(body: string): (log: string[], ...args: unknown[]) => AsyncGeneratorObject<unknown> {
  return lowerGenerator(`async function* (log, sleep, crash) {
    try {
      ${body}
    } finally {
      await sleep(0.01);
      await sleep(0.01);
      log.push('finally');
    }
  }`);
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
