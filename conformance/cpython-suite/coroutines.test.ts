/* CPython's test_coroutines: coroutine objects of async functions, driven by hand, and `await`. */
import { describe, expect, it } from 'vitest';
import {
  captureCallGraph,
  close,
  createTask,
  EventLoop,
  GeneratorExit,
  RuntimeError,
  send,
  sleep,
  throwInto,
  type AwaitableCoroutine,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTestOn } from './async-test.ts';
import { handOut } from './hand-out.ts';
import { lower } from './lower.ts';
import { runByHand } from './run-by-hand.ts';

const asyncTest = asyncTestOn(() => new EventLoop());

class Marker extends Error {}
const alreadyAwaited = new RuntimeError('cannot reuse already awaited coroutine');

const awaits = lower('async (awaitable) => { await awaitable; }');
const returns = lower('async (value) => value');
const awaitsAndReturns = lower('async (awaitable) => await awaitable');

describe('coroutine objects', () => {
  it('test_func_1: a coroutine that awaits nothing ends in its first step with what it returns', () => {
    expect(runByHand(returns(10))).toEqual({ handedOut: [], result: 10 });
  });

  it('test_func_6: what the innermost coroutine hands out comes out of the outermost', () => {
    const coroutine = awaits(handOutAll([1, 2]));
    expect(send(coroutine)).toEqual({ value: 1, done: false });
    expect(send(coroutine)).toEqual({ value: 2, done: false });
    expect(send(coroutine)).toEqual({ value: undefined, done: true });
  });

  it('test_func_8: a generator may delegate to a coroutine', () => {
    const delegates = function* (): Coroutine<unknown> {
      return yield* returns('spam');
    };
    expect(runByHand(delegates())).toEqual({ handedOut: [], result: 'spam' });
  });

  it('test_func_10: a value that is sent reaches the innermost coroutine, and so does an error', () => {
    const log: string[] = [];
    const squares = function* (): Coroutine<void> {
      try {
        const sent = yield;
        yield ((sent as number) ** 2) as never;
      } catch (error) {
        if (error instanceof Marker) log.push('caught');
        throw error;
      } finally {
        log.push('finally');
      }
    };
    const closed = awaits(squares());
    send(closed);
    expect(send(closed, 10)).toEqual({ value: 100, done: false });
    expect(log).toEqual([]);
    close(closed);
    expect(log).toEqual(['finally']);

    const failed = awaits(squares());
    send(failed);
    const thrown = new Marker();
    expect(() => throwInto(failed, thrown)).toThrow(thrown);
    expect(log).toEqual(['finally', 'caught', 'finally']);
  });

  it('test_func_12: a coroutine cannot resume itself', () => {
    const resumesItself = lower('async (me) => { me().next(); }');
    const me: AwaitableCoroutine<unknown> = resumesItself(() => me);
    expect(() => send(me)).toThrow(/already (running|executing)/);
  });

  it('test_func_12: one that has tried to, and caught the error, continues', () => {
    const resumesItself = lower(`async (me, pause) => {
      try {
        me().next();
      } catch {
        await pause;
        return 'went on';
      }
    }`);
    const me: AwaitableCoroutine<unknown> = resumesItself(() => me, handOut('pause'));
    expect(runByHand(me)).toEqual({ handedOut: ['pause'], result: 'went on' });
  });

  it('test_func_13: a value sent before the start is refused', () => {
    expect(() => send(returns(10), 'spam')).toThrow(
      new TypeError(
        'Expected nothing to be sent to a generator that has not been started, but got "spam". Start it with send(generator).',
      ),
    );
  });

  it('test_func_14: a coroutine that awaits again when it is closed has ignored GeneratorExit', () => {
    const refuses = lower(`async (pause) => {
      try {
        await pause();
      } catch {
        await pause();
      }
    }`);
    const coroutine = refuses(() => handOut('pause'));
    send(coroutine);
    expect(() => close(coroutine)).toThrow(/ignored GeneratorExit/);
  });

  it('test_func_15: a coroutine object can be awaited once', () => {
    const spammer = returns('spam');
    expect(send(awaitsAndReturns(spammer))).toEqual({ value: 'spam', done: true });
    expect(() => send(awaitsAndReturns(spammer))).toThrow(alreadyAwaited);
  });

  it('test_func_16: a coroutine that ended with an error cannot be awaited again, and the coroutine that tries has ended too', () => {
    const reads = lower('async (pause, coroutine) => { await pause; return await coroutine; }');
    const spammer = lower("async (pause) => { await pause; return 'spam'; }")(handOut('inside'));
    const first = reads(handOut('before'), spammer);
    expect(send(first).value).toBe('before');
    expect(send(first).value).toBe('inside');
    const thrown = new Marker('ham');
    expect(() => throwInto(first, thrown)).toThrow(thrown);

    const second = reads(handOut('before'), spammer);
    send(second);
    expect(() => send(second)).toThrow(alreadyAwaited);
    expect(() => throwInto(second, new Marker('wat'))).toThrow(alreadyAwaited);
  });

  it.each([
    ['test_func_17', (coroutine: AwaitableCoroutine<unknown>) => coroutine],
    ['test_func_18', (coroutine: AwaitableCoroutine<unknown>) => coroutine[Symbol.iterator]() as typeof coroutine],
  ])('%s: an ended coroutine can be resumed no more, but closed', (_, iteratorOf) => {
    const coroutine = iteratorOf(returns('spam'));
    expect(coroutine[Symbol.iterator]()).toBe(coroutine);
    expect(send(coroutine)).toEqual({ value: 'spam', done: true });
    expect(() => send(coroutine)).toThrow(alreadyAwaited);
    expect(() => throwInto(coroutine, new Marker('wat'))).toThrow(alreadyAwaited);
    expect(() => throwInto(coroutine, new Marker('wat'))).toThrow(alreadyAwaited);
    expect(close(coroutine)).toBeUndefined();
    expect(close(coroutine)).toBeUndefined();
  });

  it('test_func_19: closing raises GeneratorExit in the innermost, once', () => {
    let exits = 0;
    const coroutine = awaits(
      (function* (): Coroutine<void> {
        yield;
        try {
          yield;
        } catch (error) {
          if (error instanceof GeneratorExit) exits++;
        }
      })(),
    );
    send(coroutine);
    send(coroutine);
    expect(exits).toBe(0);
    for (let i = 0; i < 4; i++) {
      close(coroutine);
      expect(exits).toBe(1);
    }
  });

  it('test_coro_wrapper_send_tuple: what a coroutine returns may be a list', () => {
    expect(runByHand(returns([10]))).toEqual({ handedOut: [], result: [10] });
  });

  it('test_coro_wrapper_send_stop_iterator: a coroutine may return an iterator’s result, which is not taken for the end', () => {
    const result = { value: 10, done: true };
    expect(runByHand(returns(result))).toEqual({ handedOut: [], result: { value: 10, done: true } });
  });

  asyncTest(
    'test_cr_await: a suspended task knows each of its suspended functions, down to the innermost',
    function* () {
      const outer = lower(`async (sleep) => {
      const middle = async () => { await inner(); };
      const inner = async () => { await sleep(1); };
      await middle();
    }`);
      const task = createTask(outer(sleep));
      yield* sleep(0.5);
      expect(captureCallGraph(task)?.callStack).toHaveLength(3);
      yield* task;
    },
  );
});

describe('await', () => {
  it.each([
    ['test_await_1', 1],
    ['test_await_2', []],
    ['test_await_6', { [Symbol.iterator]: () => [52].values() }],
    ['test_await_8', {}],
  ])('%s: unlike in Python, await gives back what is no awaitable, in the same step', (_, value) => {
    const { handedOut, result } = runByHand(awaitsAndReturns(value));
    expect(handedOut).toEqual([]);
    expect(result).toBe(value);
  });

  it('test_await_3: an awaitable that hands out several things', () => {
    expect(runByHand(awaits(handOutAll([1, 2, 3])))).toEqual({ handedOut: [1, 2, 3], result: undefined });
  });

  it('test_await_4: await returns what the coroutine returns', () => {
    expect(runByHand(awaitsAndReturns(returns(42)))).toEqual({ handedOut: [], result: 42 });
  });

  it('test_await_7: await returns what an awaitable of another kind returns', () => {
    const awaitable = {
      *[Symbol.iterator](): Coroutine<number> {
        yield 42 as never;
        return 100;
      },
    };
    expect(runByHand(awaitsAndReturns(awaitable))).toEqual({ handedOut: [42], result: 100 });
  });

  it('test_await_9: await binds as tightly as a sign, in sums of calls and methods', () => {
    const sums = lower(`async (bar) => {
      const wrap = () => bar;
      const db = { b: () => wrap };
      class DB {
        static b = wrap;
      }
      return [await bar() + await wrap()() + await db['b']()()() + await bar() * 1000 + await DB.b()(), -await bar()];
    }`);
    expect(runByHand(sums(() => returns(42))).result).toEqual([42168, -42]);
  });

  it('test_await_10: a coroutine that awaits a coroutine that returned by awaiting a third', () => {
    const nested = lower(
      'async (baz) => { const bar = async () => ({ held: baz() }); return await (await bar()).held; }',
    );
    expect(runByHand(nested(() => returns(42)))).toEqual({ handedOut: [], result: 42 });
  });

  it('test_await_11: await as an argument and in a list', () => {
    const uses = lower("async (bar, same) => [same(await bar()), [await bar(), 'ham']]");
    const result = runByHand(
      uses(
        () => returns('spam'),
        (value: unknown) => value,
      ),
    ).result;
    expect(result).toEqual(['spam', ['spam', 'ham']]);
  });

  it('test_await_14: what is sent and thrown reaches a future-like awaitable through two coroutines', () => {
    const catches = lower(`async (awaitable, Marker) => {
      try {
        return await awaitable;
      } catch {
        throw new Marker();
      }
    }`);
    const make = (): AwaitableCoroutine<unknown> => {
      const inner = catches(handOut('waiting'), Marker);
      return awaitsAndReturns({ [Symbol.iterator]: () => inner[Symbol.iterator]() });
    };
    const sent = make();
    expect(send(sent).value).toBe('waiting');
    expect(send(sent, 'spam')).toEqual({ value: 'spam', done: true });

    const thrown = make();
    send(thrown);
    expect(() => throwInto(thrown, new RangeError('thrown'))).toThrow(Marker);
  });

  it('test_await_15: a coroutine that is being awaited cannot be awaited again', () => {
    const coroutine = awaits(handOut('waiting'));
    send(coroutine);
    expect(() => send(awaits(coroutine))).toThrow(new RuntimeError('coroutine is being awaited already'));
  });
});

function* handOutAll(values: readonly unknown[]): Coroutine<void> {
  for (const value of values) yield* handOut(value);
}
