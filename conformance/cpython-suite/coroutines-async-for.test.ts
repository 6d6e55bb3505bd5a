/* CPython's test_coroutines: `async for`, written as `for await` in the async style. */
import { describe, expect, it } from 'vitest';
import {
  asyncGenerator,
  collect,
  collectLazily,
  emit,
  RuntimeError,
  StopAsyncIteration,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { handOut } from './hand-out.ts';
import { lower } from './lower.ts';
import { raises } from './raises.ts';
import { runByHand } from './run-by-hand.ts';
import { toList } from './to-list.ts';

describe('async for', () => {
  /** The numbers from 1 to 100; hands out every tenth number times ten. */
  class Numbers {
    static iterated = 0;
    #given = 0;
    [Symbol.asyncIterator](): this {
      Numbers.iterated++;
      return this;
    }
    *next(): Coroutine<IteratorResult<number, undefined>> {
      const number = ++this.#given;
      if (number % 10 === 0) yield* handOut(number * 10);
      return number > 100 ? { value: undefined, done: true } : { value: number, done: false };
    }
  }
  const upTo = (count: number, factor = 1): number[] => Array.from({ length: count }, (_, i) => (i + 1) * factor);

  it.each([
    ['runs through every item', 'log.push(item * 2);', upTo(10, 100), upTo(100, 2)],
    ['is left by break', 'log.push(item); if (item === 20) break;', upTo(2, 100), upTo(20)],
    ['goes on at continue', 'if (item > 20) continue; log.push(item);', upTo(10, 100), upTo(20)],
  ])('test_for_1: the loop %s, and asks for the iterator once', (_, body, handedOut, expected) => {
    const before = Numbers.iterated;
    const log: unknown[] = [];
    const loop = lower(`async (numbers, log) => { for await (const item of numbers) { ${body} } log.push('end'); }`);
    expect(runByHand(loop(new Numbers(), log)).handedOut).toEqual(handedOut);
    expect(log).toEqual([...expected, 'end']);
    expect(Numbers.iterated).toBe(before + 1);
  });

  it('test_for_3: an iterator without next is refused', () => {
    const broken = { [Symbol.asyncIterator]: () => broken } as never;
    expect(() => runByHand(toList(broken))).toThrow(TypeError);
  });

  it('test_for_6: loops in blocks, one after the other', () => {
    let sum = 0;
    const count = (amount: number) =>
      function* (): Coroutine<void> {
        sum += amount;
      };
    const manager = { aenter: count(10_000), aexit: count(100_000) };
    const elevenItems = asyncGenerator(function* () {
      for (let i = 0; i < 11; i++) yield emit(i);
    });
    const main = lower(`async (manager, elevenItems, add) => {
      for (let i = 0; i < 2; i++) {
        {
          await using _ = manager;
          for await (const _ of elevenItems()) add(1);
        }
        add(1000);
      }
    }`);
    runByHand(main(manager, elevenItems, (amount: number) => (sum += amount)));
    expect(sum).toBe(222_022);
  });

  it.each(['test_for_7', 'test_for_8'])('%s: an error of the iterable comes out before the first round', () => {
    const failure = new RangeError('no iterator');
    const failing = {
      [Symbol.asyncIterator](): never {
        throw failure;
      },
    };
    const log: string[] = [];
    const loop = lower("async (source, log) => { for await (const _ of source) log.push('round'); log.push('end'); }");
    expect(() => runByHand(loop(failing, log))).toThrow(failure);
    expect(log).toEqual([]);
  });

  it('test_for_11: an error of the awaitable that next returns comes out', () => {
    const failure = new RangeError('not awaitable today');
    const failing = {
      [Symbol.asyncIterator]: () => failing,
      next: () => ({
        [Symbol.iterator](): never {
          throw failure;
        },
      }),
    };
    expect(() => runByHand(toList(failing as never))).toThrow(failure);
  });
});

describe.each([
  [
    'test_for_assign_raising_stop_async_iteration',
    '{ set item(value) { throw stop; } }',
    'target.item',
    asyncGenerator(function* () {
      yield emit(10);
    }),
  ],
  [
    'test_for_assign_raising_stop_async_iteration_2',
    '{}',
    '[target.first, target.second]',
    asyncGenerator(function* (stop: unknown) {
      yield emit({
        [Symbol.iterator](): never {
          throw stop;
        },
      });
    }),
  ],
])('%s', (_, target, assigned, source) => {
  const stop = new StopAsyncIteration('42');

  it('is not taken for the end of the loop', () => {
    const loop = lower(
      `async (source, stop) => { const target = ${target}; for await (${assigned} of source) target.round = true; }`,
    );
    expect(() => runByHand(loop(source(stop), stop))).toThrow(stop);
  });

  const assign = (item: unknown): unknown => {
    if (item === 10) throw stop;
    const [first] = item as unknown[];
    return first;
  };

  it('is not taken for the end of a comprehension', () => {
    expect(() => runByHand(collect(source(stop), assign))).toThrow(stop);
  });

  it('is a RuntimeError out of a lazy comprehension', () => {
    const error = runByHand(raises(collectLazily(source(stop), assign).asend(), RuntimeError)).result;
    expect(error.cause).toBe(stop);
  });
});
