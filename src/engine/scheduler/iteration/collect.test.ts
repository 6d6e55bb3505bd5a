import { describe, expect, it } from 'vitest';
import {
  asCompleted,
  asyncGenerator,
  collect,
  collectLazily,
  collectMap,
  collectSet,
  emit,
  getRunningLoop,
  run,
  sleep,
  anext,
  type Coroutine,
} from '../index.ts';

const ticks = asyncGenerator(function* (to: number) {
  for (let i = 0; i < to; i++) {
    yield* sleep(1);
    yield emit(i);
  }
});

function* doubleLate(x: number): Coroutine<number> {
  yield* sleep(10);
  return x * 2;
}
function* isOddLate(x: number): Coroutine<boolean> {
  yield* sleep(100);
  return x % 2 === 1;
}

/** The result and the time it took. */
function timed<T>(body: () => Coroutine<T>): [T, number] {
  return run(
    (function* (): Coroutine<[T, number]> {
      return [yield* body(), getRunningLoop().time()];
    })(),
  );
}

describe('comprehensions', () => {
  it('collect an async iterable', () => {
    expect(timed(() => collect(ticks(3)) as Coroutine<number[]>)).toEqual([[0, 1, 2], 3]);
  });

  it('collect a plain iterable without suspending', () => {
    const main = function* (): Coroutine<unknown> {
      const result = yield* collect(
        [1, 2, 3],
        (x) => x * 10,
        (x) => x !== 2,
      );
      return [result, getRunningLoop()._iteration];
    };
    expect(run(main())).toEqual([[10, 30], 1]);
  });

  it('await what the functions return, one item after the other', () => {
    const [result, seconds] = timed(() => collect(ticks(4), doubleLate, isOddLate) as Coroutine<number[]>);
    expect(result).toEqual([2, 6]);
    expect(seconds).toBe(4 * 1 + 4 * 100 + 2 * 10);
  });

  it('make sets and maps', () => {
    const main = function* (): Coroutine<unknown> {
      const set = yield* collectSet(ticks(4), (x) => x % 2);
      const map = yield* collectMap(ticks(2), (x) => [`key ${x}`, x] as const);
      return [set, map];
    };
    expect(run(main())).toEqual([
      new Set([0, 1]),
      new Map([
        ['key 0', 0],
        ['key 1', 1],
      ]),
    ]);
  });

  it('make async generators that take an item only when they are asked', () => {
    const taken: number[] = [];
    const main = function* (): Coroutine<unknown> {
      const lazy = collectLazily(
        ticks(9),
        (x) => {
          taken.push(x);
          return doubleLate(x);
        },
        (x) => x > 0,
      );
      return [yield* anext(lazy), yield* anext(lazy), getRunningLoop().time()];
    };
    expect(run(main())).toEqual([2, 4, 3 + 20]);
    expect(taken).toEqual([1, 2]);
  });

  it('iterate over whatever is completed', () => {
    const main = function* (): Coroutine<unknown> {
      return yield* collect(asCompleted([sleep(2, 'late'), sleep(1, 'early')]), (future) => future);
    };
    expect(run(main())).toEqual(['early', 'late']);
  });

  it('end with the first error', () => {
    const log: number[] = [];
    const main = function* (): Coroutine<unknown> {
      return yield* collect(ticks(5), (x) => {
        log.push(x);
        if (x === 1) throw new Error(`at ${x}`);
      });
    };
    expect(() => run(main())).toThrow('at 1');
    expect(log).toEqual([0, 1]);
  });
});
