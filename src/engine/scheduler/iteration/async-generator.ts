/*
 * Async generators (PEP 525), with the rules of CPython's `genobject.c`.
 *
 * A body suspends in two ways. What it awaits goes through to the loop. What it emits ends the `asend` (or `athrow`) in progress
 * and becomes its value. Each `asend` is an awaitable of its own that can be used once:
 *
 *   created ──next──▶ under way ──the body emits, ends or raises──▶ closed
 *
 * Only one may be under way at a time: the running flag is set from its start to its end, across suspensions. An async generator is
 * known to its loop from its first `asend` until its body ends; at the end of the run the loop closes those that are left.
 *
 * A long file, because the generator and the awaitables of its methods change one state together.
 */
import type { AnyAsyncIterable } from './async-iterable.ts';
import type { AwaitableCoroutine, Suspension } from '../tasks/coroutine.ts';
import { CoroutineObject } from '../tasks/coroutine-object.ts';
import { functionName } from '../tasks/coroutine-name.ts';
import { current } from '../loop/current.ts';
import { nameValue } from '../name-value.ts';
import { GeneratorExit, RuntimeError, StopAsyncIteration } from '../errors.ts';
import type { LoopContract } from '../loop/contracts.ts';
import { OpenGenerators } from './open-generators.ts';

/**
 * What `emit` makes: a value on its way out of an async generator.
 *
 * @see PEP 525
 */
export class Emitted<T> {
  /** The value for the iterating code. */
  readonly value: T;

  /** @internal */
  constructor(value: T) {
    this.value = value;
  }
}

/**
 * Marks a value that an async generator's body yields to the code that iterates it: `yield emit(value)`.
 *
 * @see PEP 525, `yield` in a coroutine
 */
export function emit<T>(value: T): Emitted<T> {
  return new Emitted(value);
}

/** @internal What drives an async generator: a generator, or a lowered body. */
export interface AsyncBody<T> {
  next(value?: unknown): IteratorResult<Suspension | Emitted<T>, unknown>;
  throw(error: unknown): IteratorResult<Suspension | Emitted<T>, unknown>;
  return(value: unknown): IteratorResult<Suspension | Emitted<T>, unknown>;
}

/**
 * Makes an async generator function: `asyncGenerator(function* (n: number) { … yield emit(value) … yield* sleep(1) … })`.
 * `yield emit(value)` evaluates to the argument of `asend`.
 *
 * @see PEP 525
 */
export function asyncGenerator<A extends unknown[], G extends Generator<Suspension | Emitted<unknown>, void>>(
  body: (...args: A) => G,
): (...args: A) => AsyncGeneratorObject<EmittedBy<G>, SentTo<G>> {
  if (typeof body !== 'function') {
    throw new TypeError(`Expected a generator function, but got ${nameValue(body)}.`);
  }
  return (...args) =>
    new AsyncGeneratorObject<EmittedBy<G>, SentTo<G>>(body(...args) as AsyncBody<EmittedBy<G>>, body.name);
}

/** The items of an async generator with the body `G`. */
export type EmittedBy<G> =
  G extends Generator<infer Y, unknown, never> ? (Y extends Emitted<infer T> ? T : never) : never;
/** What can be sent to an async generator with the body `G`. */
export type SentTo<G> = G extends Generator<unknown, unknown, infer S> ? S : never;

/**
 * An async generator: iterate it with `for await`, `anext` or `collect`, or drive it with `asend`, `athrow` and `aclose`.
 *
 * @see PEP 525, types.AsyncGeneratorType
 */
export class AsyncGeneratorObject<T, S = unknown> implements AsyncIterable<T> {
  /** The name of its function. */
  declare readonly [functionName]: string;
  declare readonly _body: AsyncBody<T>;
  /** An `asend`, `athrow` or `aclose` is in progress. */
  declare _running: boolean;
  /** Closed by `aclose`, or by a GeneratorExit that the body did not catch. */
  declare _closed: boolean;
  declare _started: boolean;
  declare _ended: boolean;
  /** The loop in which it was first iterated. */
  declare _loop: LoopContract | null;
  declare _number: number;

  /** @internal */
  constructor(body: AsyncBody<T>, name: string) {
    this[functionName] = name;
    this._body = body;
    this._running = this._closed = this._started = this._ended = false;
    this._loop = null;
    this._number = 0;
  }

  /** Resumes with `value` until the next emission, and returns that. @throws StopAsyncIteration (awaited) at the end. */
  asend(value?: S): AwaitableCoroutine<T> {
    return new Resumption<T, T>(this, 'send', value, false);
  }

  /** Raises `error` where the body is suspended; returns what it emits next. */
  athrow(error: unknown): AwaitableCoroutine<T> {
    return new Resumption<T, T>(this, 'throw', error, false);
  }

  /** Raises GeneratorExit where the body is suspended. @throws RuntimeError (awaited) if the body emits in answer. */
  aclose(): AwaitableCoroutine<void> {
    return new Resumption<T, undefined>(this, 'close', undefined, false);
  }

  /** `asend`, in the form that `for await` uses. */
  next(value?: S): AwaitableCoroutine<IteratorResult<T, undefined>> {
    return new Resumption<T, IteratorResult<T, undefined>>(this, 'send', value, true);
  }

  /** `athrow`, in the form of JavaScript's async iterators. */
  throw(error: unknown): AwaitableCoroutine<IteratorResult<T, undefined>> {
    return new Resumption<T, IteratorResult<T, undefined>>(this, 'throw', error, true);
  }

  /** Runs the body's `finally` blocks, as JavaScript does when a `for await` is left early. */
  return(value?: unknown): AwaitableCoroutine<IteratorResult<T, undefined>> {
    return new Resumption<T, IteratorResult<T, undefined>>(this, 'return', value, true);
  }

  /** Itself. Its type is that of JavaScript's async iterators, so that it is an `AsyncIterable`, too. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined, S> {
    return this as unknown as AsyncIterator<T, undefined, S>;
  }

  /** @internal Registers it with the loop: asyncio's `firstiter` hook. */
  _begin(): void {
    const { loop } = current;
    if (this._loop !== null || loop === null) return;
    this._loop = loop;
    (loop._openGenerators ??= new OpenGenerators()).add(this);
    const recorder = loop._recorder;
    if (recorder === null) return;
    this._number = ++recorder.generators;
    recorder.add({
      kind: 'async-generator-opened',
      generator: this._number,
      label: this[functionName] || 'async generator',
    });
  }

  /** @internal The body has returned or raised. */
  _end(): void {
    const loop = this._loop;
    if (this._ended) return;
    this._ended = true;
    if (loop === null) return;
    loop._openGenerators?.delete(this);
    if (this._number > 0) loop._recorder?.add({ kind: 'async-generator-closed', generator: this._number });
  }
}

/**
 * Drops an async generator that is not exhausted. In CPython this happens when the last reference to it is dropped: the loop
 * schedules a task that closes it, so that its `finally` blocks run two iterations later, in that task.
 *
 * @see PEP 525, asyncio.base_events.BaseEventLoop._asyncgen_finalizer_hook
 */
export function abandon(generator: AnyAsyncIterable<unknown>): void {
  if (!(generator instanceof AsyncGeneratorObject)) {
    throw new TypeError(`Expected an async generator of this package, but got ${nameValue(generator)}.`);
  }
  const loop = generator._loop;
  if (loop === null || loop._openGenerators?.delete(generator) !== true) return;
  const closing = generator.aclose();
  loop.callSoon(function createTask() {
    loop.createTask(closing);
  });
}

const created = 0;
const underWay = 1;
const closed = 2;

type How = 'send' | 'throw' | 'close' | 'return';

/** One `asend`, `athrow` or `aclose`, as an awaitable. */
class Resumption<T, R> extends CoroutineObject<R> {
  declare _state: number;
  declare readonly _of: AsyncGeneratorObject<T>;
  declare readonly _how: How;
  declare readonly _argument: unknown;
  /** Whether it returns iterator results, like JavaScript's methods, or values and StopAsyncIteration. */
  declare readonly _asResult: boolean;

  constructor(of: AsyncGeneratorObject<T>, how: How, argument: unknown, asResult: boolean) {
    super();
    current.checks?.made(this);
    this._state = created;
    this._of = of;
    this._how = how;
    this._argument = argument;
    this._asResult = asResult;
    of._begin();
  }

  get [functionName](): string {
    return this._how === 'send' ? 'asend' : this._how === 'throw' ? 'athrow' : 'aclose';
  }

  override next(value?: unknown): IteratorResult<Suspension, R> {
    if (this._state === underWay) return this._resume('send', value);
    this._checkUnused();
    if (this._how !== 'send' && this._of._ended) {
      this._state = closed;
      return this._give(this._how === 'return' ? this._argument : undefined);
    }
    this._start();
    if ((this._how === 'throw' || this._how === 'close') && this._of._closed)
      return this._finish(new StopAsyncIteration());
    if (this._how === 'close') this._of._closed = true;
    if (this._how !== 'send') return this._resume(this._how, this._argument);
    const sent = value === undefined ? this._argument : value;
    if (sent !== undefined && !this._of._started) {
      return this._finish(new TypeError("can't send non-None value to a just-started async generator"));
    }
    return this._resume('send', sent);
  }

  override throw(error: unknown): IteratorResult<Suspension, R> {
    this._checkUnused();
    if (this._state === created) this._start();
    return this._resume('throw', error);
  }

  override return(value: R): IteratorResult<Suspension, R> {
    if (this._state === underWay) {
      this._of._running = false;
      this._of._body.return(undefined);
    }
    this._state = closed;
    return { value, done: true };
  }

  override _isOver(): boolean {
    return this._state === closed;
  }

  _checkUnused(): void {
    if (this._state === created) current.checks?.begun(this);
    if (this._state !== closed) return;
    throw new RuntimeError(
      `cannot reuse already awaited ${this._how === 'send' ? '__anext__()/asend()' : 'aclose()/athrow()'}`,
    );
  }

  _start(): void {
    if (this._of._running) {
      this._state = closed;
      const method = this._how === 'send' ? 'anext()' : this._how === 'throw' ? 'athrow()' : 'aclose()';
      throw new RuntimeError(`${method}: asynchronous generator is already running`);
    }
    this._state = underWay;
    this._of._running = true;
  }

  _resume(how: How, argument: unknown): IteratorResult<Suspension, R> {
    const of = this._of;
    const body = of._body;
    of._started = true;
    if (of._ended) {
      if (how === 'throw') return this._raised(argument);
      this._close();
      if (!this._asResult) throw new StopAsyncIteration();
      return this._give(undefined);
    }
    let result: IteratorResult<Suspension | Emitted<T>, unknown>;
    try {
      if (how === 'send') result = body.next(argument);
      else if (how === 'return') result = body.return(argument);
      else result = body.throw(how === 'close' ? new GeneratorExit() : argument);
    } catch (error) {
      of._end();
      return this._raised(error);
    }
    if (result.done === true) {
      of._end();
      this._close();
      if (!this._asResult && this._how !== 'close') throw new StopAsyncIteration();
      return this._give(result.value);
    }
    if (!(result.value instanceof Emitted)) return result as IteratorResult<Suspension, R>;
    this._close();
    if (this._how === 'close') throw new RuntimeError('async generator ignored GeneratorExit');
    const { value } = result.value;
    return { value: (this._asResult ? { value, done: false } : value) as R, done: true };
  }

  /** The body did not catch an error. */
  _raised(error: unknown): IteratorResult<Suspension, R> {
    if (error instanceof StopAsyncIteration) {
      return this._finish(new RuntimeError('async generator raised StopAsyncIteration', { cause: error }));
    }
    if (error instanceof GeneratorExit) {
      this._of._closed = true;
      if (this._how === 'close') {
        this._close();
        return this._give(undefined);
      }
    }
    return this._finish(error);
  }

  /** The result after the body has ended. */
  _give(value: unknown): IteratorResult<Suspension, R> {
    return { value: (this._asResult ? { value, done: true } : undefined) as R, done: true };
  }

  _finish(error: unknown): never {
    this._close();
    throw error;
  }

  _close(): void {
    this._state = closed;
    this._of._running = false;
  }
}
