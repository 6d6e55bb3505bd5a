/* CPython's test_asyncgen: `anext`, with and without a value for the end, and `aiter`. */
import { describe, expect, it } from 'vitest';
import {
  aclosing,
  anext,
  asyncGenerator,
  asyncWith,
  close,
  collect,
  emit,
  EventLoop,
  RuntimeError,
  StopAsyncIteration,
  type AnyAsyncIterator,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { asyncTestOn } from './async-test.ts';
import { handOut } from './hand-out.ts';
import { lower, lowerGenerator } from './lower.ts';
import { raises } from './raises.ts';

const asyncTest = asyncTestOn(() => new EventLoop());

class Marker extends Error {}

const oneAndTwo = asyncGenerator(function* () {
  yield emit(1);
  yield emit(2);
});

/** The same as a class written by hand. */
class OneAndTwo {
  #given = 0;
  [Symbol.asyncIterator](): this {
    return this;
  }
  *next(): Coroutine<IteratorResult<number, undefined>> {
    if (this.#given === 2) return { value: undefined, done: true };
    return { value: ++this.#given, done: false };
  }
}

describe.each<[string, () => AnyAsyncIterator<number>]>([
  ['test_async_generator_anext', oneAndTwo],
  ['test_python_async_iterator_anext', () => new OneAndTwo()],
])('%s', (_, iterate) => {
  asyncTest('items come one by one; at the end the given value, or StopAsyncIteration', function* () {
    const iterator = iterate();
    expect(yield* anext(iterator)).toBe(1);
    expect(yield* anext(iterator)).toBe(2);
    expect(yield* anext(iterator, 'buckle my shoe')).toBe('buckle my shoe');
    yield* raises(anext(iterator), StopAsyncIteration);
    yield* raises(anext(iterator), StopAsyncIteration);
  });

  asyncTest('the value for the end is not given before it, and is given every time after it', function* () {
    const iterator = iterate();
    const items: unknown[] = [];
    for (let i = 0; i < 4; i++) items.push(yield* anext(iterator, 'default'));
    expect(items).toEqual([1, 2, 'default', 'default']);
  });

  it('driven by hand, it ends with the item', () => {
    expect(anext(iterate(), 'completed').next()).toEqual({ value: 1, done: true });
  });

  it('an error thrown into it before its start comes out', () => {
    const thrown = new SyntaxError('thrown');
    expect(() => anext(iterate(), 'completed').throw(thrown)).toThrow(thrown);
  });
});

describe('AsyncGenAsyncioTest', () => {
  asyncTest('test_async_gen_aiter: the async iterator of an async generator can be iterated', function* () {
    const iterator = oneAndTwo()[Symbol.asyncIterator]();
    expect(yield* collect({ [Symbol.asyncIterator]: () => iterator })).toEqual([1, 2]);
  });

  asyncTest('test_async_gen_aiter_class: an iterable whose method is an async generator', function* () {
    const numbers = lowerGenerator('async function* () { yield 1; yield 2; }');
    const iterator = { [Symbol.asyncIterator]: () => numbers() }[Symbol.asyncIterator]();
    expect(yield* anext(iterator)).toBe(1);
    expect(yield* anext(iterator)).toBe(2);
    yield* raises(anext(iterator), StopAsyncIteration);
  });

  it('test_aiter_idempotent: the async iterator of an async generator is that generator', () => {
    const generator = oneAndTwo();
    expect(generator[Symbol.asyncIterator]()).toBe(generator);
  });

  it.each([1, undefined, 'text', new Set([1])])('test_anext_bad_args: %j is no async iterator', (value) => {
    expect(() => anext(value as never)).toThrow(TypeError);
    expect(() => anext(value as never, 'default')).toThrow(/^Expected an async iterator, but got /);
  });

  it('test_aiter_bad_args: what has no async iterator is not an async generator', () => {
    expect(() => aclosing(1 as never)).toThrow(
      new TypeError('Expected an async generator of this package, but got 1.'),
    );
  });

  for (const [title, next] of [
    ['test_anext_bad_await: an iterator whose step is no awaitable', () => 42],
    ['test_anext_return_iterator: an iterator whose step is a plain iterator', () => 'abc'[Symbol.iterator]()],
  ] as const) {
    asyncTest(`${title} is refused when it is awaited`, function* () {
      const error = yield* raises(anext({ next } as never, 'default'), TypeError);
      expect(error.message).toMatch(/^Expected a future, a coroutine object or another awaitable, but got /);
      yield* raises(anext({ next } as never), TypeError);
    });
  }

  asyncTest('test_anext_await_raises: what the awaitable of a step raises comes out', function* () {
    const failure = new Marker('raised');
    const iterator = {
      *next(): Coroutine<never> {
        throw failure;
      },
    };
    expect(yield* raises(anext(iterator), Marker)).toBe(failure);
    expect(yield* raises(anext(iterator, 'default'), Marker)).toBe(failure);
  });

  it('test_sync_anext_raises_exception: what the method itself raises comes out of the await', () => {
    const failure = new Marker('custom');
    const iterator = {
      next(): never {
        throw failure;
      },
    };
    expect(() => anext(iterator).next()).toThrow(failure);
    expect(() => anext(iterator, 1).next()).toThrow(failure);
  });

  asyncTest('test_async_gen_asyncio_anext_tuple_no_exceptions: the value for the end may be a list', function* () {
    const empty = asyncGenerator(function* () {})();
    yield* raises(empty.asend(), StopAsyncIteration);
    expect(yield* anext(empty, ['a', 'b'])).toEqual(['a', 'b']);
  });

  asyncTest('test_async_gen_asyncio_anext_tuple: items may be lists', function* () {
    const generator = asyncGenerator(function* () {
      try {
        yield emit([1]);
      } catch {
        yield emit([2]);
      }
    })();
    expect(yield* generator.asend()).toEqual([1]);
    expect(generator.asend().throw(new Marker())).toEqual({ value: [2], done: true });
    yield* raises(generator.asend(), StopAsyncIteration);
  });

  asyncTest('test_async_gen_asyncio_athrow_tuple: an item emitted in answer to athrow may be a list', function* () {
    const generator = asyncGenerator(function* () {
      try {
        yield emit([1]);
      } catch {
        yield emit([2]);
      }
    })();
    expect(yield* generator.asend()).toEqual([1]);
    expect(yield* generator.athrow(new Marker())).toEqual([2]);
    yield* raises(generator.asend(), StopAsyncIteration);
  });
});

describe('test_anext_iter', () => {
  const answersMarker = asyncGenerator(function* () {
    yield* answerMarker();
  });

  it('what is awaited in answer to an error is handed out, and the end gives the default', () => {
    const asked = anext(answersMarker(), 'default');
    expect(asked.next()).toEqual({ value: 1, done: false });
    expect(asked.throw(new Marker())).toEqual({ value: 2, done: false });
    expect(asked.next()).toEqual({ value: 'default', done: true });
  });

  it('an error that the body does not catch comes out', () => {
    const asked = anext(answersMarker(), 'default');
    asked.next();
    asked.throw(new Marker());
    const thrown = new Marker('val');
    expect(() => asked.throw(thrown)).toThrow(thrown);
  });

  it('once closed it cannot be used again', () => {
    const asked = anext(answersMarker(), 'default');
    expect(asked.next().value).toBe(1);
    close(asked);
    expect(() => asked.next()).toThrow(new RuntimeError('cannot reuse already awaited __anext__()/asend()'));
  });

  it('a body that ends in answer to an error gives the default', () => {
    const asked = anext(
      asyncGenerator(function* () {
        try {
          yield* handOut(10);
        } catch {
          return;
        }
        yield emit('aaa');
      })(),
      'default',
    );
    expect(asked.next().value).toBe(10);
    expect(asked.throw(new Marker())).toEqual({ value: 'default', done: true });
  });

  it('an error thrown into it before its start comes out', () => {
    const thrown = new Marker();
    expect(() => anext(oneAndTwo(), 'default').throw(thrown)).toThrow(thrown);
  });
});

describe('AclosingTestCase of test_contextlib_async', () => {
  asyncTest('test_aclosing_error: the generator is closed when the block is left by an error', function* () {
    const log: string[] = [];
    const generator = asyncGenerator(function* () {
      try {
        yield emit(1);
        yield emit(2);
      } finally {
        log.push('closed');
      }
    })();
    const failure = new Marker('in the block');
    const block = asyncWith(aclosing(generator), function* (given) {
      expect(given).toBe(generator);
      yield* given.asend();
      throw failure;
    });
    expect(yield* raises(block, Marker)).toBe(failure);
    expect(log).toEqual(['closed']);
    yield* raises(generator.asend(), StopAsyncIteration);
  });

  asyncTest('test_aclosing_bpo41229: the generator is closed when an `await using` of it is left', function* () {
    const log: string[] = [];
    const numbers = lowerGenerator(`async function* (log) {
      try {
        yield 1;
        yield 2;
      } finally {
        log.push('closed');
      }
    }`);
    const firstOf = lower(`async (generator, aclosing, log) => {
      await using _ = aclosing(generator);
      const item = (await generator.next()).value;
      log.push('left');
      return item;
    }`);
    expect(yield* firstOf(numbers(log), aclosing, log)).toBe(1);
    expect(log).toEqual(['left', 'closed']);
  });
});

function* answerMarker(): Coroutine<void> {
  try {
    yield* handOut(1);
  } catch (error) {
    if (!(error instanceof Marker)) throw error;
    yield* handOut(2);
  }
}
