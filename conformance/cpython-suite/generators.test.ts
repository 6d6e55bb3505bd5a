/* CPython's test_generators: send, throw, close and delegation, with the package's functions that follow Python's rules. */
import { describe, expect, it } from 'vitest';
import { close, GeneratorExit, RuntimeError, send, throwInto } from '../../src/engine/scheduler/index.ts';

describe('GeneratorTest', () => {
  it('test_send_non_none_to_new_gen: a value sent before the start is refused, and the generator can still be started', () => {
    const generator = (function* (): Generator<number> {
      yield 1;
    })();
    expect(() => send(generator, 0)).toThrow(
      new TypeError(
        'Expected nothing to be sent to a generator that has not been started, but got 0. Start it with send(generator).',
      ),
    );
    expect(send(generator)).toEqual({ value: 1, done: false });
  });

  it('test_issue103488: an error raised after a yield comes out of the loop over the generator', () => {
    function* raises(): Generator<undefined> {
      yield;
      throw new RangeError('after the yield');
    }
    const rounds: unknown[] = [];
    expect(() => {
      for (const item of raises()) rounds.push(item);
    }).toThrow(new RangeError('after the yield'));
    expect(rounds).toEqual([undefined]);
  });
});

describe('ExceptionTest', () => {
  it('test_except_throw: an error caught at a yield is the same one when it is raised again, two yields later', () => {
    function* keeps(): Generator<string> {
      try {
        yield 'waiting';
      } catch (error) {
        yield 'caught';
        yield 'kept';
        throw error;
      }
    }
    const generator = keeps();
    const thrown = new RangeError('kept');
    expect(send(generator).value).toBe('waiting');
    expect(throwInto(generator, thrown).value).toBe('caught');
    expect(send(generator).value).toBe('kept');
    expect(() => send(generator)).toThrow(thrown);
    expect(thrown.cause).toBeUndefined();
  });

  it('test_nested_gen_except_loop: a generator iterated in a catch block leaves the error that is handled alone', () => {
    const failure = new TypeError('outer');
    function* inner(): Generator<number> {
      for (let i = 0; i < 100; i++) yield i;
    }
    function* outer(): Generator<number> {
      try {
        throw failure;
      } catch (error) {
        yield* inner();
        throw error;
      }
    }
    const items: number[] = [];
    expect(() => {
      for (const item of outer()) items.push(item);
    }).toThrow(failure);
    expect(items).toEqual([...Array(100).keys()]);
  });

  it('test_return_tuple: a sequence that is returned is the result itself', () => {
    const generator = returnsWhatIsSent();
    expect(send(generator).value).toBe(1);
    expect(send(generator, [2])).toEqual({ value: [2], done: true });
  });

  it('test_return_stopiteration: an iterator’s result that is returned is not taken for the end', () => {
    const generator = returnsWhatIsSent();
    expect(send(generator).value).toBe(1);
    const result = { value: 2, done: true };
    expect(send(generator, result)).toEqual({ value: { value: 2, done: true }, done: true });
  });
});

describe('GeneratorCloseTest', () => {
  it('test_close_no_return_value: close returns nothing if the generator returns nothing', () => {
    const generator = (function* (): Generator<undefined, unknown> {
      yield;
      return undefined;
    })();
    send(generator);
    expect(close(generator)).toBeUndefined();
    expect(send(generator)).toEqual({ value: undefined, done: true });
  });

  it('test_close_return_value: close returns what the generator returns after it has caught GeneratorExit', () => {
    const generator = returnsOnExit();
    send(generator);
    expect(close(generator)).toBe(0);
  });

  it('test_close_not_catching_exit: a return that GeneratorExit skips gives no value', () => {
    const generator = (function* (): Generator<undefined, number> {
      yield;
      return 0;
    })();
    send(generator);
    expect(close(generator)).toBeUndefined();
  });

  it('test_close_not_started: a generator that is closed before its start runs nothing', () => {
    const generator = returnsOnExit();
    expect(close(generator)).toBeUndefined();
    expect(send(generator)).toEqual({ value: undefined, done: true });
  });

  it('test_close_exhausted: closing a generator that has ended does nothing', () => {
    const generator = returnsOnExit();
    send(generator);
    expect(send(generator).done).toBe(true);
    expect(close(generator)).toBeUndefined();
  });

  it('test_close_closed: the second close returns nothing', () => {
    const generator = returnsOnExit();
    send(generator);
    expect(close(generator)).toBe(0);
    expect(close(generator)).toBeUndefined();
  });

  it('test_close_raises: another error raised in answer comes out of close', () => {
    const generator = (function* (): Generator<undefined, void> {
      try {
        yield;
      } catch (error) {
        if (!(error instanceof GeneratorExit)) throw error;
      }
      throw new RuntimeError('after the exit');
    })();
    send(generator);
    expect(() => close(generator)).toThrow(new RuntimeError('after the exit'));
  });
});

describe('GeneratorThrowTest', () => {
  it('test_exception_context_with_yield_from: an error thrown into a delegating generator is raised in the inner one', () => {
    const log: string[] = [];
    function* inner(): Generator<undefined> {
      try {
        yield;
      } finally {
        log.push('inner');
      }
    }
    function* outer(): Generator<undefined> {
      try {
        yield* inner();
      } finally {
        log.push('outer');
      }
    }
    const generator = outer();
    send(generator);
    const thrown = new RangeError('thrown');
    expect(() => throwInto(generator, thrown)).toThrow(thrown);
    expect(log).toEqual(['inner', 'outer']);
  });

  it('test_exception_context_with_yield_from_with_context_cycle: the outer generator can catch it and yield', () => {
    const failure = new RangeError('raised and thrown');
    const caught: unknown[] = [];
    function* inner(): Generator<string> {
      yield 'inner';
    }
    function* outer(): Generator<string> {
      try {
        throw failure;
      } catch {
        try {
          yield* inner();
        } catch (error) {
          caught.push(error);
        }
      }
      yield 'outer';
    }
    const generator = outer();
    expect(send(generator).value).toBe('inner');
    expect(throwInto(generator, failure).value).toBe('outer');
    expect(caught).toEqual([failure]);
    expect(failure.cause).toBeUndefined();
  });
});

describe('GeneratorStackTraceTest', () => {
  it('test_throw_with_yield_from_custom_generator: an iterator with a throw of its own is thrown into', () => {
    const thrown: unknown[] = [];
    const custom = {
      [Symbol.iterator]: () => custom,
      next: () => ({ value: 42, done: false as const }),
      throw: (error: unknown) => {
        thrown.push(error);
        return { value: 43, done: false as const };
      },
    };
    function* delegates(): Generator<number> {
      yield* custom;
    }
    const generator = delegates();
    expect(send(generator).value).toBe(42);
    const failure = new RuntimeError('thrown');
    expect(throwInto(generator, failure).value).toBe(43);
    expect(thrown).toEqual([failure]);
  });
});

describe('coroutine_tests', () => {
  it('a value sent to a started generator is what its yield evaluates to', () => {
    const sums: number[] = [];
    const generator = (function* (): Generator<undefined, never, number> {
      let sum = 0;
      for (;;) {
        sum += yield;
        sums.push(sum);
      }
    })();
    send(generator);
    expect(sums).toEqual([]);
    for (const value of [10, 10, 10]) send(generator, value);
    expect(sums).toEqual([10, 20, 30]);
  });

  it('an assignment with two yields takes its two values in their order', () => {
    const data = [1, 2];
    const generator = (function* (): Generator<string, void, number> {
      data[yield 'a'] = data[yield 'b'] = 27;
    })();
    expect(send(generator).value).toBe('a');
    expect(data).toEqual([1, 2]);
    expect(send(generator, 0).value).toBe('b');
    expect(data).toEqual([1, 2]);
    expect(send(generator, 1).done).toBe(true);
    expect(data).toEqual([27, 27]);
  });

  it('a generator that catches what is thrown into it continues', () => {
    const log: unknown[] = [];
    const generator = (function* (): Generator<undefined, never, unknown> {
      for (;;) {
        try {
          log.push(yield);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          log.push(`caught ${error.message}`);
        }
      }
    })();
    send(generator);
    throwInto(generator, new RangeError('xyz'));
    send(generator, 1);
    expect(log).toEqual(['caught xyz', 1]);
    expect(() => throwInto(generator, new TypeError('not caught'))).toThrow(new TypeError('not caught'));
    expect(send(generator, 2)).toEqual({ value: undefined, done: true });
    expect(() => throwInto(generator, new RangeError('too late'))).toThrow(new RangeError('too late'));
    expect(log).toEqual(['caught xyz', 1]);
  });

  it('throwing into a generator before its start ends it with the error', () => {
    const generator = returnsOnExit();
    expect(() => throwInto(generator, new RangeError('7'))).toThrow(new RangeError('7'));
    expect(send(generator).done).toBe(true);
  });

  it('close runs a generator’s finally block, once', () => {
    const log: string[] = [];
    const generator = (function* (): Generator<undefined, void> {
      try {
        yield;
      } finally {
        log.push('exiting');
      }
    })();
    send(generator);
    close(generator);
    close(generator);
    expect(log).toEqual(['exiting']);
  });

  it('a generator that yields in answer to close has ignored GeneratorExit, and can be closed afterwards', () => {
    const generator = (function* (): Generator<string | undefined, void> {
      try {
        yield;
      } catch {
        yield 'foo!';
      }
    })();
    send(generator);
    expect(() => close(generator)).toThrow(new RuntimeError('generator ignored GeneratorExit'));
    expect(close(generator)).toBeUndefined();
  });

  it('an error raised on the way out comes out of close', () => {
    const generator = (function* (): Generator<undefined, void> {
      try {
        yield;
      } catch {
        throw new TypeError('fie!');
      }
    })();
    send(generator);
    expect(() => close(generator)).toThrow(new TypeError('fie!'));
  });
});

function* returnsWhatIsSent(): Generator<number, unknown, unknown> {
  return yield 1;
}

function* returnsOnExit(): Generator<undefined, number | undefined> {
  try {
    yield;
  } catch (error) {
    if (error instanceof GeneratorExit) return 0;
    throw error;
  }
  return undefined;
}
