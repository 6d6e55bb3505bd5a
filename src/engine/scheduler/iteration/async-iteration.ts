/*
 * Async iterators by hand: Python's `anext`, `aclosing` and the methods of async generators, as functions that take an async
 * generator in either style, whatever its type is.
 */
import type { AnyAsyncIterable, AnyAsyncIterator } from './async-iterable.ts';
import { AsyncGeneratorObject } from './async-generator.ts';
import type { AsyncContextManager } from './async-with.ts';
import type { AwaitableCoroutine, Coroutine, Suspension } from '../tasks/coroutine.ts';
import { functionName } from '../tasks/coroutine-name.ts';
import { CoroutineObject } from '../tasks/coroutine-object.ts';
import { current } from '../loop/current.ts';
import { nameValue } from '../name-value.ts';
import { iterate } from '../tasks/ensure-future.ts';
import { StopAsyncIteration } from '../errors.ts';
import { Routine } from '../tasks/routine.ts';

/**
 * The next item of an async iterator; at the end the second argument, if there is one.
 *
 * @throws StopAsyncIteration (awaited) at the end, if there is no second argument.
 * @see builtins.anext
 */
export function anext<T>(iterator: AnyAsyncIterator<T>): AwaitableCoroutine<T>;
export function anext<T, D>(iterator: AnyAsyncIterator<T>, atEnd: D): AwaitableCoroutine<T | D>;
export function anext<T>(iterator: AnyAsyncIterator<T>, ...atEnd: unknown[]): AwaitableCoroutine<unknown> {
  if (typeof (iterator as Partial<AnyAsyncIterator<T>> | null)?.next !== 'function') {
    throw new TypeError(`Expected an async iterator, but got ${nameValue(iterator)}.`);
  }
  if (iterator instanceof AsyncGeneratorObject) {
    return atEnd.length === 0 ? iterator.asend() : new WithDefault(iterator.asend(), atEnd[0]);
  }
  return new Routine('anext', nextItem(iterator, atEnd));
}

/** An `asend` whose StopAsyncIteration is replaced by a default; everything else passes through. */
class WithDefault extends CoroutineObject<unknown> {
  readonly #asend: AwaitableCoroutine<unknown>;
  readonly #default: unknown;
  #isOver = false;

  constructor(asend: AwaitableCoroutine<unknown>, atEnd: unknown) {
    super();
    current.checks?.made(this);
    this.#asend = asend;
    this.#default = atEnd;
  }

  get [functionName](): string {
    return 'anext';
  }

  override next(value?: unknown): IteratorResult<Suspension, unknown> {
    return this.#orDefault(() => this.#asend.next(value));
  }

  override throw(error: unknown): IteratorResult<Suspension, unknown> {
    return this.#orDefault(() => this.#asend.throw(error));
  }

  override return(value: unknown): IteratorResult<Suspension, unknown> {
    return this.#asend.return(value);
  }

  override _isOver(): boolean {
    return this.#isOver;
  }

  #orDefault(go: () => IteratorResult<Suspension, unknown>): IteratorResult<Suspension, unknown> {
    current.checks?.begun(this);
    try {
      const result = go();
      this.#isOver = result.done === true;
      return result;
    } catch (error) {
      this.#isOver = true;
      if (!(error instanceof StopAsyncIteration)) throw error;
      return { value: this.#default, done: true };
    }
  }
}

function* nextItem<T>(iterator: AnyAsyncIterator<T>, atEnd: readonly unknown[]): Coroutine<unknown> {
  const result = yield* iterate(iterator.next());
  if (result.done !== true) return result.value;
  if (atEnd.length === 0) throw new StopAsyncIteration();
  return atEnd[0];
}

/**
 * `generator.asend(value)`: the value of the `yield` at which it is suspended. Returns what it emits next.
 *
 * @see PEP 525, agen.asend
 */
export function asend<T, S>(
  generator: AsyncGenerator<T, unknown, S> | AsyncGeneratorObject<T, S>,
  value?: S,
): AwaitableCoroutine<T> {
  return checkGenerator(generator).asend(value);
}

/**
 * `generator.athrow(error)`: raises the error where the generator is suspended. Returns what it emits next.
 *
 * @see PEP 525, agen.athrow
 */
export function athrow<T>(
  generator: AsyncGenerator<T, unknown, never> | AsyncGeneratorObject<T, never>,
  error: unknown,
): AwaitableCoroutine<T> {
  return checkGenerator(generator).athrow(error);
}

/**
 * `generator.aclose()`: raises GeneratorExit where the generator is suspended.
 *
 * @see PEP 525, agen.aclose
 */
export function aclose(generator: AnyAsyncIterable<unknown>): AwaitableCoroutine<void> {
  return checkGenerator(generator).aclose();
}

function checkGenerator<T, S>(
  generator: AsyncGenerator<T, unknown, S> | AsyncGeneratorObject<T, S> | AnyAsyncIterable<T>,
): AsyncGeneratorObject<T, S> {
  if (generator instanceof AsyncGeneratorObject) return generator;
  throw new TypeError(`Expected an async generator of this package, but got ${nameValue(generator)}.`);
}

/**
 * A context that closes an async generator when it is left: `asyncWith(aclosing(ticker()), …)`. Its value is the generator.
 *
 * @see contextlib.aclosing
 */
export function aclosing<G extends AnyAsyncIterable<unknown>>(generator: G): AsyncContextManager<G> {
  const closing = checkGenerator(generator);
  return { aenter: () => new Routine('aenter', giveBack(generator)), aexit: () => closing.aclose() };
}

function* giveBack<G>(generator: G): Coroutine<G> {
  return generator;
}
