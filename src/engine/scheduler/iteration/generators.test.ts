import { describe, expect, it } from 'vitest';
import { close, GeneratorExit, RuntimeError, send, throwInto } from '../index.ts';

function* average(): Generator<number | undefined, string, number | undefined> {
  let sum = 0;
  let next = yield undefined;
  for (let count = 1; next !== undefined; count++) {
    sum += next;
    next = yield sum / count;
  }
  return `sum ${sum}`;
}

/** Suspends once; does `answer` when something is thrown into it. */
function* suspended<R>(log: string[], answer: (error: unknown) => R): Generator<string, R | string, unknown> {
  try {
    yield 'first';
    return 'ended';
  } catch (error) {
    log.push(String(error));
    return answer(error);
  } finally {
    log.push('finally');
  }
}

describe('send', () => {
  it('passes values in, and returns what is yielded, then what is returned', () => {
    const generator = average();
    expect(send(generator)).toEqual({ value: undefined, done: false });
    expect(send(generator, 10)).toEqual({ value: 10, done: false });
    expect(send(generator, 20)).toEqual({ value: 15, done: false });
    expect(send(generator)).toEqual({ value: 'sum 30', done: true });
    expect(send(generator)).toEqual({ value: undefined, done: true });
  });

  it('refuses a value before the generator has been started', () => {
    expect(() => send(average(), 10)).toThrow(
      new TypeError(
        'Expected nothing to be sent to a generator that has not been started, but got 10. Start it with send(generator).',
      ),
    );
  });
});

describe('throwInto', () => {
  it('raises where the generator is suspended', () => {
    const log: string[] = [];
    const generator = suspended(log, () => 'caught');
    send(generator);
    expect(throwInto(generator, new Error('thrown'))).toEqual({ value: 'caught', done: true });
    expect(log).toEqual(['Error: thrown', 'finally']);
  });

  it('ends a generator that has not been started', () => {
    const log: string[] = [];
    const generator = suspended(log, () => 'caught');
    expect(() => throwInto(generator, new Error('thrown'))).toThrow('thrown');
    expect(send(generator)).toEqual({ value: undefined, done: true });
    expect(log).toEqual([]);
  });
});

describe('close', () => {
  it('raises GeneratorExit where the generator is suspended, and accepts that it comes out', () => {
    const log: string[] = [];
    const generator = suspended(log, (error) => {
      throw error;
    });
    send(generator);
    expect(close(generator)).toBeUndefined();
    expect(log).toEqual(['GeneratorExit', 'finally']);
  });

  it('returns what the generator returns in answer', () => {
    const generator = suspended([], () => 'returned');
    send(generator);
    expect(close(generator)).toBe('returned');
  });

  it('runs nothing of a generator that has not been started, or that has ended', () => {
    const log: string[] = [];
    const generator = suspended(log, () => 'returned');
    expect(close(generator)).toBeUndefined();
    expect(close(generator)).toBeUndefined();
    expect(log).toEqual([]);
  });

  it('does not accept a yield in answer', () => {
    const generator = (function* () {
      try {
        yield 1;
      } catch {
        yield 2;
      }
    })();
    send(generator);
    expect(() => close(generator)).toThrow(new RuntimeError('generator ignored GeneratorExit'));
  });

  it('lets any other error out', () => {
    const generator = suspended([], () => {
      throw new Error('instead');
    });
    send(generator);
    expect(() => close(generator)).toThrow('instead');
  });

  it('raises an error of its own class', () => {
    const errors: unknown[] = [];
    const generator = suspended([], (error) => errors.push(error));
    send(generator);
    close(generator);
    expect(errors).toEqual([new GeneratorExit()]);
    expect(errors[0]).toBeInstanceOf(GeneratorExit);
  });
});
