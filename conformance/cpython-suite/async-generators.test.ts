/* CPython's test_asyncgen, driven by hand, without a loop: AsyncGenTest and the applicable tests of TestUnawaitedWarnings. */
import { describe, expect, it } from 'vitest';
import {
  anext,
  asyncGenerator,
  close,
  emit,
  GeneratorExit,
  RuntimeError,
  StopAsyncIteration,
  throwInto,
  type AsyncGeneratorObject,
  type Coroutine,
} from '../../src/engine/scheduler/index.ts';
import { handOut } from './hand-out.ts';
import { runByHand } from './run-by-hand.ts';
import { toList } from './to-list.ts';

class Marker extends Error {}
const failure = new RangeError('raised by the body');

describe('AsyncGenTest', () => {
  it('test_async_gen_iteration_01: iteration gives what is emitted and passes on what is awaited', () => {
    const sent: unknown[] = [];
    const numbers = asyncGenerator(function* () {
      yield* handOut('a');
      sent.push(yield emit(123));
      yield* handOut('b');
      yield emit(456);
      yield* handOut('c');
      yield emit(789);
    });
    expect(runByHand(toList(numbers()))).toEqual({ handedOut: ['a', 'b', 'c'], result: [123, 456, 789] });
    expect(sent).toEqual([undefined]);
  });

  it('test_async_gen_iteration_02: each asend hands out what is awaited, then gives the item or raises at the end', () => {
    const generator = asyncGenerator(function* () {
      yield* handOut('before');
      yield emit(123);
      yield* handOut('after');
    })();
    const first = generator.asend();
    expect(first.next()).toEqual({ value: 'before', done: false });
    expect(first.next()).toEqual({ value: 123, done: true });
    const second = generator.asend();
    expect(second.next()).toEqual({ value: 'after', done: false });
    expect(() => second.next()).toThrow(new StopAsyncIteration());
  });

  it('test_async_gen_exception_03: an error thrown into what the body awaits comes out of the iteration', () => {
    const iterating = toList(
      asyncGenerator(function* () {
        yield* handOut('fine');
        yield emit(123);
        yield* handOut('throw here');
        yield emit(456);
      })(),
    );
    expect(iterating.next().value).toBe('fine');
    expect(iterating.next().value).toBe('throw here');
    const thrown = new Marker('thrown');
    expect(() => iterating.throw(thrown)).toThrow(thrown);
  });

  it('test_async_gen_exception_04: an error of the body comes out of the asend that runs', () => {
    const generator = asyncGenerator(function* () {
      yield* handOut('before');
      yield emit(123);
      throw failure;
    })();
    const first = generator.asend();
    first.next();
    expect(first.next()).toEqual({ value: 123, done: true });
    expect(() => generator.asend().next()).toThrow(failure);
  });

  it('test_async_gen_exception_05: a body that raises StopAsyncIteration itself raises RuntimeError', () => {
    const stop = new StopAsyncIteration();
    const generator = asyncGenerator(function* () {
      yield emit(123);
      throw stop;
    });
    const expected = new RuntimeError('async generator raised StopAsyncIteration', { cause: stop });
    expect(() => runByHand(toList(generator()))).toThrow(expected);
  });

  it.each([
    ['test_async_gen_exception_07', throwsBetween, [1, 2, 3, failure, 'STOP']],
    ['test_async_gen_exception_08', throwsInFinally, [1, 2, failure, 'STOP']],
    ['test_async_gen_exception_09', throwsBetweenAwaits, [1, 2, 3, failure, 'STOP']],
  ] as const)('%s: emissions in finally blocks come before the error, as a plain generator’s', (_, body, outcomes) => {
    const generator = asyncGenerator(() => body(emit, () => handOut('pause')) as Generator<never, void>);
    expect(outcomesOfAsync(generator())).toEqual(outcomes);
    expect(outcomesOf(body(keep, noPause))).toEqual(outcomes);
  });

  it('test_async_gen_exception_10: a value for an async generator that has not been started is refused', () => {
    const generator = asyncGenerator(function* () {
      yield emit(123);
    });
    const refusal = new TypeError("can't send non-None value to a just-started async generator");
    expect(() => generator().asend().next(100)).toThrow(refusal);
    expect(() => generator().asend(100).next()).toThrow(refusal);
  });

  it('test_async_gen_exception_11: a GeneratorExit that athrow raised comes out of it and can be caught', () => {
    const inner = asyncGenerator(function* () {
      yield emit(10);
      yield emit(20);
    });
    const outer = asyncGenerator(function* () {
      yield emit(1);
      const generator = inner();
      yield* generator.asend();
      try {
        yield* generator.athrow(new GeneratorExit());
      } catch (error) {
        if (error instanceof GeneratorExit) yield emit(2);
      }
      yield emit(3);
    });
    expect(outcomesOfAsync(outer())).toEqual([1, 2, 3, 'STOP']);
  });

  it('test_async_gen_exception_12: a body that asks itself for the next item is running already', () => {
    const generator: AsyncGeneratorObject<unknown> = asyncGenerator(function* () {
      yield* anext(generator);
    })();
    const asked = generator.asend();
    expect(() => asked.next()).toThrow(running('anext()'));
    expect(() => asked.next()).toThrow(reused.asend);
  });

  it('test_async_gen_asend_throw_concurrent_with_send: an asend cannot be thrown into while another asend runs', () => {
    const generator = catchesForever();
    generator.asend().next();
    const second = generator.asend();
    expect(() => second.throw(new Marker())).toThrow(running('anext()'));
    expect(() => second.next()).toThrow(reused.asend);
  });

  it('test_async_gen_athrow_throw_concurrent_with_send: an athrow cannot be thrown into while an asend runs', () => {
    const generator = catchesForever();
    generator.asend().next();
    const second = generator.athrow(new Marker());
    expect(() => second.throw(new Marker())).toThrow(running('athrow()'));
    expect(() => second.next()).toThrow(reused.athrow);
  });

  it('test_async_gen_asend_throw_concurrent_with_throw: an asend cannot be thrown into while an athrow runs', () => {
    const generator = catchesAfterEmission();
    expect(generator.asend().next().done).toBe(true);
    expect(generator.athrow(new Marker()).throw(new Marker())).toEqual({ value: 'waiting', done: false });
    const second = generator.asend('value');
    expect(() => second.throw(new Marker())).toThrow(running('anext()'));
    expect(() => second.next()).toThrow(reused.asend);
  });

  it('test_async_gen_athrow_throw_concurrent_with_throw: an athrow cannot be thrown into while another athrow runs', () => {
    const generator = catchesAfterEmission();
    expect(generator.asend().next().done).toBe(true);
    expect(generator.athrow(new Marker()).throw(new Marker())).toEqual({ value: 'waiting', done: false });
    const second = generator.athrow(new Marker());
    expect(() => second.throw(new Marker())).toThrow(running('athrow()'));
    expect(() => second.next()).toThrow(reused.athrow);
  });

  it('test_async_gen_asend_close_runtime_error: an asend whose body awaits again when it is closed has ignored GeneratorExit', () => {
    const generator = asyncGenerator(function* () {
      yield* awaitsOnExit();
    })();
    const asked = generator.asend();
    asked.next();
    expect(() => close(asked)).toThrow(/ignored GeneratorExit/);
  });

  it('test_async_gen_athrow_close_runtime_error: an athrow whose body awaits again when it is closed has ignored GeneratorExit', () => {
    const generator = asyncGenerator(function* () {
      try {
        yield emit('started');
      } catch {
        yield* awaitsOnExit();
      }
    })();
    expect(generator.asend().next().done).toBe(true);
    const thrown = generator.athrow(new Marker());
    thrown.next();
    expect(() => close(thrown)).toThrow(/ignored GeneratorExit/);
  });
});

describe('TestUnawaitedWarnings', () => {
  it('test_aclose_throw: an error thrown into aclose instead of starting it comes out', () => {
    const generator = asyncGenerator(function* () {})();
    const thrown = new Marker('thrown');
    expect(() => generator.aclose().throw(thrown)).toThrow(thrown);
  });

  it('test_asend_send_already_running: a second asend cannot start while the first one runs', () => {
    const generator = catchesForever();
    generator.asend().next();
    expect(() => generator.asend().next()).toThrow(running('anext()'));
  });

  it('test_athrow_send_already_running: an athrow cannot start while an asend runs', () => {
    const generator = catchesForever();
    generator.asend().next();
    expect(() => generator.athrow(new Marker()).next()).toThrow(running('athrow()'));
  });
});

describe('objects that are good once', () => {
  const twoItems = asyncGenerator(function* () {
    yield emit(1);
    yield emit(2);
  });

  it('test_async_gen_throw_same_aclose_coro_twice: aclose takes a GeneratorExit for the end, and is used up', () => {
    const closing = twoItems().aclose();
    expect(closing.throw(new GeneratorExit())).toEqual({ value: undefined, done: true });
    expect(() => throwInto(closing, new GeneratorExit())).toThrow(reused.athrow);
  });

  it('test_async_gen_throw_same_aclose_coro_twice: aclose of a generator that has ended takes it too, and is used up', () => {
    const generator = twoItems();
    runByHand(toList(generator));
    const closing = generator.aclose();
    expect(closing.throw(new GeneratorExit())).toEqual({ value: undefined, done: true });
    expect(() => closing.throw(new GeneratorExit())).toThrow(reused.athrow);
  });

  it('test_async_gen_throw_custom_same_aclose_coro_twice: another error comes out, and aclose is used up', () => {
    const closing = twoItems().aclose();
    const thrown = new Marker('thrown');
    expect(() => closing.throw(thrown)).toThrow(thrown);
    expect(() => closing.throw(thrown)).toThrow(reused.athrow);
  });

  it('test_async_gen_throw_custom_same_athrow_coro_twice: another error comes out of athrow, and athrow is used up', () => {
    const thrown = new Marker('thrown');
    const throwing = twoItems().athrow(thrown);
    expect(() => throwing.throw(thrown)).toThrow(thrown);
    expect(() => throwing.throw(thrown)).toThrow(reused.athrow);
  });
});

const running = (method: string): RuntimeError =>
  new RuntimeError(`${method}: asynchronous generator is already running`);

const reused = {
  asend: new RuntimeError('cannot reuse already awaited __anext__()/asend()'),
  athrow: new RuntimeError('cannot reuse already awaited aclose()/athrow()'),
};

type Body = (out: (item: number) => unknown, pause: () => Coroutine<unknown>) => Generator<unknown, void>;

function* throwsBetween(...[out]: Parameters<Body>): ReturnType<Body> {
  try {
    yield out(1);
    throw failure;
  } finally {
    yield out(2);
    yield out(3);
  }
}

function* throwsInFinally(...[out, pause]: Parameters<Body>): ReturnType<Body> {
  try {
    yield out(1);
    yield* pause();
  } finally {
    yield* pause();
    yield out(2);
    yield* raises();
    yield out(3);
  }
}

function* throwsBetweenAwaits(...[out, pause]: Parameters<Body>): ReturnType<Body> {
  try {
    yield* pause();
    yield out(1);
    throw failure;
  } finally {
    yield out(2);
    yield* pause();
    yield out(3);
  }
}

function* raises(): Generator<never> {
  throw failure;
}

const keep = (item: number): number => item;
function* noPause(): Coroutine<void> {}

/** What each `next` returns or raises, up to the end. */
function outcomesOf(generator: Generator<unknown, void>): unknown[] {
  return collectOutcomes(() => {
    const next = generator.next();
    return next.done === true ? 'STOP' : next.value;
  });
}

/** What each `asend` returns or raises, up to the end. */
function outcomesOfAsync(generator: AsyncGeneratorObject<unknown>): unknown[] {
  return collectOutcomes(() => runByHand(generator.asend()).result);
}

function collectOutcomes(next: () => unknown): unknown[] {
  const outcomes: unknown[] = [];
  while (outcomes.at(-1) !== 'STOP') {
    try {
      outcomes.push(next());
    } catch (error) {
      outcomes.push(error instanceof StopAsyncIteration ? 'STOP' : error);
    }
  }
  return outcomes;
}

/** Its first `asend` never ends: it waits, and catches every Marker. */
const catchesForever = asyncGenerator(function* () {
  for (;;) yield* waitsThroughMarker();
});

/** The same after an emission, at which it catches a Marker too. */
const catchesAfterEmission = asyncGenerator(function* () {
  try {
    yield emit('emitted');
  } catch (error) {
    if (!(error instanceof Marker)) throw error;
  }
  for (;;) yield* waitsThroughMarker();
});

function* waitsThroughMarker(): Coroutine<void> {
  try {
    yield* handOut('waiting');
  } catch (error) {
    if (!(error instanceof Marker)) throw error;
  }
}

function* awaitsOnExit(): Coroutine<void> {
  try {
    yield* handOut('waiting');
  } catch (error) {
    if (!(error instanceof GeneratorExit)) throw error;
    yield* handOut('waiting still');
  }
}
