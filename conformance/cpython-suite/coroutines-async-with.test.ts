/* CPython's test_coroutines: `async with`, written as `asyncWith` and as `await using` in the async style. */
import { describe, expect, it } from 'vitest';
import {
  asyncWith,
  enter,
  EventLoop,
  RuntimeError,
  sleep,
  type AsyncContextManager,
  type AwaitableCoroutine,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTestOn } from './async-test.ts';
import { handOut } from './hand-out.ts';
import { lower } from './lower.ts';
import { raises } from './raises.ts';
import { runByHand } from './run-by-hand.ts';

const asyncTest = asyncTestOn(() => new EventLoop());

class Marker extends Error {}
const failure = new RangeError('in the block');

/** Hands out what it does; the manager named B swallows errors. */
class Manager implements AsyncContextManager<Manager> {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
  *aenter(): Coroutine<Manager> {
    yield* handOut(`enter-1-${this.name}`);
    yield* handOut(`enter-2-${this.name}`);
    return this;
  }
  *aexit(): Coroutine<boolean> {
    yield* handOut(`exit-1-${this.name}`);
    yield* handOut(`exit-2-${this.name}`);
    return this.name === 'B';
  }
}

describe.each<[string, (outer: Manager, inner: Manager) => AwaitableCoroutine<unknown>]>([
  [
    'with asyncWith',
    (outer, inner) =>
      asyncWith(outer, (a) =>
        asyncWith(inner, function* (b) {
          yield* handOut(['managers', a.name, b.name]);
          throw failure;
        }),
      ),
  ],
  ['with await using', (outer, inner) => usesBoth(outer, inner, enter, handOut, failure)],
])('%s', (_, nest) => {
  it('test_with_1: managers are entered outside in and left inside out, and the inner one may swallow the error', () => {
    expect(runByHand(nest(new Manager('A'), new Manager('B')))).toEqual({
      handedOut: [
        ...['enter-1-A', 'enter-2-A', 'enter-1-B', 'enter-2-B'],
        ['managers', 'A', 'B'],
        ...['exit-1-B', 'exit-2-B', 'exit-1-A', 'exit-2-A'],
      ],
      result: undefined,
    });
  });

  it('test_with_1: an error that no manager swallows comes out', () => {
    expect(() => runByHand(nest(new Manager('A'), new Manager('C')))).toThrow(failure);
  });
});

const usesBoth = lower(`async (outer, inner, enter, handOut, failure) => {
  await using a = await enter(outer);
  await using b = await enter(inner);
  await handOut(['managers', a.value.name, b.value.name]);
  throw failure;
}`);

describe('what is not a context manager', () => {
  it.each([
    ['test_with_2: without aexit', { aenter: () => handOut('enter') }],
    ['test_with_3: without aenter', { aexit: () => handOut('exit') }],
    ['test_with_4: with neither', {}],
  ])('%s, it is refused before the block is run', (_, manager) => {
    const log: string[] = [];
    const block = (): unknown =>
      runByHand(
        asyncWith(manager as never, function* () {
          log.push('block');
        }),
      );
    expect(block).toThrow(TypeError);
    expect(block).toThrow(/^Expected an asynchronous context manager/);
    expect(() => runByHand(enter(manager as never))).toThrow(/^Expected an asynchronous context manager/);
    expect(log).toEqual([]);
  });

  it('test_with_6: a manager whose aenter returns no awaitable is refused, and its aexit is not called', () => {
    const log: string[] = [];
    const manager = {
      aenter: () => 123,
      aexit: () => {
        log.push('exit');
        return 456;
      },
    };
    expect(() => runByHand(asyncWith(manager as never, () => handOut('block')))).toThrow(notAwaitable('123'));
    expect(log).toEqual([]);
  });

  it('test_with_7: a manager whose aexit returns no awaitable is refused when the block fails', () => {
    const block = asyncWith({ aenter: noWait, aexit: () => 444 } as never, function* () {
      throw failure;
    });
    expect(() => runByHand(block)).toThrow(notAwaitable('444'));
  });

  it.each([
    ['at its end', 'async (manager, log) => { await using _ = manager; log.push(1); }'],
    [
      'by break',
      'async (manager, log) => { for (const i of [1, 2]) { await using _ = manager; log.push(i); break; } }',
    ],
    [
      'by continue',
      'async (manager, log) => { for (const i of [1, 2]) { await using _ = manager; log.push(i); continue; } }',
    ],
    ['by return', 'async (manager, log) => { await using _ = manager; log.push(1); return; }'],
  ])('test_with_8: or when the block is left %s', (_, source) => {
    const log: number[] = [];
    expect(() => runByHand(lower(source)({ aenter: noWait, aexit: () => 456 }, log))).toThrow(notAwaitable('456'));
    expect(log).toEqual([1]);
  });
});

describe('errors', () => {
  const block = (manager: AsyncContextManager<unknown>, body: () => Coroutine<unknown>): AwaitableCoroutine<unknown> =>
    asyncWith(manager, body);
  const exits: AsyncContextManager<undefined> = { aenter: noWait, aexit: noWait };
  const failsOnExit: AsyncContextManager<undefined> = { aenter: noWait, aexit: fails };
  const swallows: AsyncContextManager<undefined> = { aenter: noWait, aexit: () => handBack(true) };
  const failsOnEntry: AsyncContextManager<undefined> = { aenter: fails, aexit: () => handBack(true) };

  it('test_with_5: an error in the block comes out of it', () => {
    expect(() => runByHand(block(exits, fails))).toThrow(failure);
  });

  it('test_with_9: an error of aexit comes out of a block that ended well', () => {
    const log: string[] = [];
    const left = block(failsOnExit, function* () {
      log.push('block');
    });
    expect(() => runByHand(left)).toThrow(failure);
    expect(log).toEqual(['block']);
  });

  it('test_with_10: of two managers that fail on exit, the outer one is told the error of the inner one', () => {
    const told: unknown[] = [];
    const outer: AsyncContextManager<undefined> = {
      aenter: noWait,
      *aexit(error: unknown) {
        told.push(error);
        throw new Marker('outer');
      },
    };
    const nested = block(outer, () =>
      block(failsOnExit, function* () {
        throw new RuntimeError('in the block');
      }),
    );
    expect(() => runByHand(nested)).toThrow(new Marker('outer'));
    expect(told).toEqual([failure]);
  });

  it('test_with_11: when aenter fails its error comes out alone', () => {
    const log: string[] = [];
    const left = block(failsOnEntry, function* () {
      log.push('block');
      throw new RuntimeError('in the block');
    });
    expect(() => runByHand(left)).toThrow(failure);
    expect(failure.cause).toBeUndefined();
    expect(log).toEqual([]);
  });

  it('test_with_12: an aexit that returns true swallows the error', () => {
    expect(runByHand(block(swallows, fails)).result).toBeUndefined();
  });

  it('test_with_13: an error of aenter is not swallowed, and nothing after the block runs', () => {
    const log: string[] = [];
    const around = (function* (): Coroutine<void> {
      log.push('before');
      yield* asyncWith(failsOnEntry, function* () {
        log.push('block');
      });
      log.push('after');
    })();
    expect(() => runByHand(around)).toThrow(failure);
    expect(log).toEqual(['before']);
  });
});

describe('CoroAsyncIOCompatTest', () => {
  asyncTest('test_asyncio_1: a manager may wait for time to pass on entry and on exit', function* () {
    const log: unknown[] = [];
    const manager: AsyncContextManager<undefined> = {
      *aenter() {
        log.push(1);
        yield* sleep(0.01);
        log.push(2);
        return undefined;
      },
      *aexit(error: unknown) {
        yield* sleep(0.01);
        log.push(error);
      },
    };
    const thrown = new Marker();
    const left = asyncWith(manager, function* () {
      yield* sleep(0.01);
      throw thrown;
    });
    yield* raises(left, Marker);
    expect(log).toEqual([1, 2, thrown]);
  });
});

const notAwaitable = (value: string): TypeError =>
  new TypeError(`Expected a future, a coroutine object or another awaitable, but got ${value}.`);

function* noWait(): Coroutine<undefined> {
  return undefined;
}

function* handBack<T>(value: T): Coroutine<T> {
  return value;
}

function* fails(): Coroutine<never> {
  throw failure;
}
