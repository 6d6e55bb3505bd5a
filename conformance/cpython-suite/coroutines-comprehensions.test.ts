/* CPython's test_coroutines: asynchronous comprehensions, written as `collect` and similar functions. */
import { describe, expect, it } from 'vitest';
import {
  asyncGenerator,
  collect,
  collectLazily,
  collectMap,
  collectSet,
  emit,
  type AwaitableLike,
  type Coroutine,
  type Emitted,
} from '../../src/engine/scheduler/index.ts';
import { runByHand } from './run-by-hand.ts';

const each = asyncGenerator(function* <T>(items: Iterable<T>): Generator<Emitted<T>, void> {
  for (const item of items) yield emit(item);
});

function* after<T>(value: T): Coroutine<T> {
  return value;
}

const range = (count: number): number[] => [...Array(count).keys()];
const result = <T>(coroutine: Coroutine<T>): T => {
  const { handedOut, result } = runByHand(coroutine);
  expect(handedOut).toEqual([]);
  return result;
};
const inTens = [10, 20];

describe('CoroutineTest', () => {
  it('test_comp_1: awaitables in a list are awaited by the element, the key or the value', () => {
    const awaited = <T>(item: AwaitableLike<T>): AwaitableLike<T> => item;
    expect(result(collect([after(1), after(41)], awaited))).toEqual([1, 41]);
    expect(result(collectSet([after(1), after(41)], awaited))).toEqual(new Set([1, 41]));
    const asKey = function* (item: Coroutine<number>): Coroutine<readonly [number, string]> {
      return [yield* item, 'a'];
    };
    expect(result(collectMap([after(1), after(41)], asKey))).toEqual(new Map([1, 41].map((key) => [key, 'a'])));
    const asValue = function* ([key, item]: [number, Coroutine<number>]): Coroutine<readonly [number, number]> {
      return [key, yield* item];
    };
    expect(result(collectMap([after(1), after(41)].entries(), asValue))).toEqual(
      new Map([
        [0, 1],
        [1, 41],
      ]),
    );
  });

  it('test_comp_2: a comprehension in each round of a comprehension', () => {
    const lists = [after(''), after('abc'), after(''), after(['de', 'fg'])];
    const inner = function* (item: Coroutine<Iterable<string>>): Coroutine<string[]> {
      return [...(yield* item)];
    };
    expect(result(collect(lists, inner)).flat()).toEqual(['a', 'b', 'c', 'de', 'fg']);
    const ofEach = function* (item: Coroutine<Coroutine<number>[]>): Coroutine<Set<number>> {
      return yield* collectSet(yield* item, (number) => number);
    };
    expect(result(collect([after([after(10), after(20)])], ofEach))).toEqual([new Set([10, 20])]);
  });

  describe.each([
    ['test_comp_3: over an async generator', inTens, undefined, inTens],
    ['test_comp_4: with a condition', inTens, (i: number) => i > 10, [20]],
    ['test_comp_4_2: with a condition of two comparisons', range(5), (i: number) => 0 < i && i < 4, [1, 2, 3]],
  ] as const)('%s', (_, items, where, kept) => {
    it('a list', () => {
      expect(result(collect(each(items), (i) => i + 1, where))).toEqual(kept.map((i) => i + 1));
    });
    it('a set', () => {
      expect(result(collectSet(each(items), (i) => i + 1, where))).toEqual(new Set(kept.map((i) => i + 1)));
    });
    it('a map', () => {
      const pairs = collectMap(each(items), (i) => [i + 1, i + 2] as const, where);
      expect(result(pairs)).toEqual(new Map(kept.map((i) => [i + 1, i + 2])));
    });
    it('a lazy one in a list', () => {
      const lazily = collectLazily(each(items), (i) => i + 1, where);
      expect(result(collect(lazily, (i) => i + 100))).toEqual(kept.map((i) => i + 101));
    });
  });

  it('test_comp_5: a plain comprehension with a condition around an asynchronous one with another', () => {
    const pairs = [
      [10, 20],
      [30, 40],
    ];
    const inner = (pair: number[]): AwaitableLike<number[]> =>
      collect(
        each(pair),
        (i) => i + 1,
        (i) => i > 30,
      );
    const lists = collect(pairs, inner, ([first = 0]) => first > 10);
    expect(result(lists)).toEqual([[41]]);
  });

  it('test_comp_6: an asynchronous comprehension around a plain one', () => {
    const lists = collect(each([[10, 20], [30]]), (items) => collect(items, (i) => i + 1));
    expect(result(lists)).toEqual([[11, 21], [31]]);
  });

  it('test_comp_7: an error of the source comes out', () => {
    const failure = new Error('aaa');
    const failing = asyncGenerator(function* () {
      yield emit(1);
      yield emit(2);
      throw failure;
    });
    expect(() => runByHand(collect(failing()))).toThrow(failure);
  });

  it('test_comp_8, test_comp_10: a comprehension over a plain list awaits nothing', () => {
    expect(result(collect([1, 2, 3]))).toEqual([1, 2, 3]);
    const pairs = collectMap(result(collectSet([1, 2, 3])), (i) => [i, i] as const);
    expect([...result(pairs)].map(([key]) => key)).toEqual([1, 2, 3]);
  });

  it('test_comp_9: a comprehension over the list that another one made', () => {
    expect(result(collect(result(collect(each([1, 2])))))).toEqual([1, 2]);
  });

  it('test_nested_comp: lists and sets in lists, in rounds of the outer one', () => {
    const sums = (j: number): AwaitableLike<number[]> => collect(each([1, 2]), (i) => i + j);
    expect(result(collect(inTens, sums))).toEqual([
      [11, 12],
      [21, 22],
    ]);
    expect(result(collect(inTens, (j) => collectSet(each([1, 2]), (i) => i + j)))).toEqual([
      new Set([11, 12]),
      new Set([21, 22]),
    ]);
    expect(result(collect(collectLazily(inTens, sums)))).toEqual([
      [11, 12],
      [21, 22],
    ]);
    const inHundreds = (k: number): AwaitableLike<number[][]> =>
      collect(inTens, (j) => collect(each([1, 2]), (i) => i + j + k));
    expect(result(collect([100, 200], inHundreds))).toEqual([
      [
        [111, 112],
        [121, 122],
      ],
      [
        [211, 212],
        [221, 222],
      ],
    ]);
  });

  it('test_nested_comp: a list in a set, a map in a map, a lazy one in a list', () => {
    const sum = function* (count: number): Coroutine<number> {
      return (yield* collect(each(range(count)))).reduce((a, b) => a + b);
    };
    expect(result(collectSet([3, 5], sum))).toEqual(new Set([3, 10]));
    const sumsOf = function* (j: number): Coroutine<readonly [number, Map<number, number>]> {
      return [j, yield* collectMap(each([1, 2]), (i) => [i, i + j] as const)];
    };
    expect(result(collectMap(inTens, sumsOf))).toEqual(
      new Map(
        inTens.map((j) => [
          j,
          new Map([
            [1, 1 + j],
            [2, 2 + j],
          ]),
        ]),
      ),
    );
    const lazily = [3, 5].map((count) => collectLazily(each(range(count))));
    const lists = collect(lazily, (items) => collect(items));
    expect(result(lists)).toEqual([range(3), range(5)]);
  });

  it('test_call_aiter_once_in_comprehension: the iterator is asked for once, and need not be iterable', () => {
    let asked = 0;
    const source = {
      [Symbol.asyncIterator]() {
        asked++;
        let given = 0;
        return {
          *next(): Coroutine<IteratorResult<number, undefined>> {
            return given === 2 ? { value: undefined, done: true } : { value: ++given, done: false };
          },
        };
      },
    } as unknown as AsyncIterable<number>;
    expect(result(collect(source))).toEqual([1, 2]);
    expect(asked).toBe(1);
    expect(result(collect(collectLazily(source)))).toEqual([1, 2]);
    expect(asked).toBe(2);
  });
});

describe('GeneratorTest of test_generators', () => {
  it('test_genexpr_only_calls_dunder_iter_once: a lazy comprehension asks a plain iterable for its iterator once', () => {
    let asked = 0;
    const source = {
      [Symbol.iterator]() {
        asked++;
        let given = 0;
        return { next: () => (given === 2 ? { value: undefined, done: true } : { value: ++given, done: false }) };
      },
    } as Iterable<number>;
    expect(result(collect(collectLazily(source)))).toEqual([1, 2]);
    expect(asked).toBe(1);
  });
});
