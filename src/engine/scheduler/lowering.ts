/*
 * The helpers that TypeScript calls when it lowers `async`/`await`, `async function*`, `for await` and `await using` to generators
 * (target ES2015 with `noEmitHelpers`), with Python's meaning: a call makes a coroutine object, and nothing runs until that is
 * awaited or made a task.
 *
 * A lowered body yields what it awaits. When that is another call, no generator has to be resumed to reach it: the outermost call
 * keeps the innermost one, each knows its caller, and a switch costs the same at any depth.
 *
 * A long file, because the compiler names one module for all helpers, and they drive each other's bodies.
 */
import { AsyncGeneratorObject, Emitted, type AsyncBody } from './iteration/async-generator.ts';
import { Entered, type AsyncContextManager } from './iteration/async-with.ts';
import {
  generatorNext,
  generatorReturn,
  generatorThrow,
  hasCoroutineMethods,
  type AwaitableLike,
  type Coroutine,
  type Suspension,
} from './tasks/coroutine.ts';
import { CoroutineObject } from './tasks/coroutine-object.ts';
import { coroutineName, functionName } from './tasks/coroutine-name.ts';
import { current } from './loop/current.ts';
import { nameValue } from './name-value.ts';
import { findAwaited, isAwaitable, iterate } from './tasks/ensure-future.ts';
import { alreadyAwaited, alreadyExecuting, RuntimeError } from './errors.ts';
import { Routine } from './tasks/routine.ts';

type Body = Generator<unknown, unknown, unknown>;
type BodyFunction = (this: unknown, ...args: unknown[]) => Body;
type Result = IteratorResult<Suspension, unknown>;

/** The iterator that awaiting `value` drives; null for a plain value, which `await` returns in the same step. */
function iteratorOf(value: unknown): Coroutine<unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { [Symbol.iterator]: iterate, then } = value as Partial<Iterable<unknown>> & { then?: unknown };
  if (typeof iterate === 'function') {
    const iterator: unknown = iterate.call(value as Iterable<unknown>);
    return hasCoroutineMethods(iterator) ? iterator : null;
  }
  if (typeof then === 'function') {
    throw new TypeError(
      `Expected an awaitable of this event loop, but got ${nameValue(value)}. In virtual time nothing outside of the loop can be waited for.`,
    );
  }
  return null;
}

const created = 0;
const suspended = 1;
const running = 2;
const ended = 3;

/** The coroutine that a call of an async function makes; with `emits`, the body of an async generator. */
class Call extends CoroutineObject<unknown> implements AsyncBody<unknown> {
  declare readonly _function: BodyFunction;
  /** null when the body has returned something that is still being awaited. */
  declare _body: Body | null;
  declare readonly _emits: boolean;
  declare _state: number;
  /** The call that awaits this one, if that is a call. */
  declare _caller: Call | null;
  /** For the outermost call: the call that waits. */
  declare _innermost: Call;
  /** What this call waits for, if that is not a call. */
  declare _awaited: Coroutine<unknown> | null;

  constructor(body: BodyFunction, self: unknown, args: ArrayLike<unknown> | undefined, emits: boolean) {
    super();
    // Nobody awaits the body of an async generator; its `asend` is awaited.
    if (!emits) current.checks?.made(this);
    this._function = body;
    this._body = args === undefined ? body.call(self) : body.apply(self, args as unknown[]);
    this._emits = emits;
    this._state = created;
    this._caller = null;
    this._innermost = this;
    this._awaited = null;
  }

  get [functionName](): string {
    return this._function.name;
  }

  override next(value?: unknown): Result {
    return this._resume(generatorNext, value);
  }

  override throw(error: unknown): Result {
    return this._resume(generatorThrow, error);
  }

  /** Leaves the body: at an emission like JavaScript, including `finally` blocks; anywhere else without waiting for them. */
  override return(value: unknown): Result {
    current.checks?.begun(this);
    if (this._emits && this._innermost === this && this._awaited === null) return this._resume(generatorReturn, value);
    for (let call: Call | null = this._innermost; call !== null; call = call === this ? null : call._caller) {
      call._awaited?.return(undefined);
      if (call._body !== null) generatorReturn.call(call._body, undefined);
      call._state = ended;
    }
    return { value, done: true };
  }

  /** The names of the functions under way, innermost first. */
  _callStack(): string[] {
    const names: string[] = [];
    for (let call: Call | null = this._innermost; call !== null; call = call === this ? null : call._caller) {
      names.push(coroutineName(call));
    }
    return names;
  }

  override _isOver(): boolean {
    return this._state === ended;
  }

  /** The outermost call is resumed by something that is not a call. */
  _resume(how: typeof generatorNext, value: unknown): Result {
    const state = this._state;
    if (state === running) throw alreadyExecuting();
    if (state === ended || this._caller !== null) this._refuse();
    if (state === created) this._begin();
    this._state = running;
    const result = this._advance(how, value);
    if (result.done !== true) this._state = suspended;
    return result;
  }

  _advance(how: typeof generatorNext, value: unknown): Result {
    const call = this._innermost;
    const awaited = call._awaited;
    if (awaited === null) return this._drive(call, how, value);
    let result: Result;
    try {
      result = how === generatorThrow ? awaited.throw(value) : awaited.next(value);
    } catch (error) {
      return this._drive(call, generatorThrow, error);
    }
    return result.done === true ? this._drive(call, generatorNext, result.value) : result;
  }

  _begin(): void {
    this._state = suspended;
    current.checks?.begun(this);
  }

  _refuse(): never {
    throw this._state === ended ? alreadyAwaited() : new RuntimeError('coroutine is being awaited already');
  }

  /** Resumes `from` and continues, into what it awaits and out to what awaits it, until something suspends or this call ends. */
  _drive(from: Call, begin: typeof generatorNext, given: unknown): Result {
    let call = from;
    let how = begin;
    let value = given;
    for (;;) {
      call._awaited = null;
      const body = call._body;
      let over = true;
      if (body !== null) {
        try {
          const result = how.call(body, value as never);
          over = result.done === true;
          value = result.value;
          how = generatorNext;
        } catch (error) {
          value = error;
          how = generatorThrow;
        }
        if (call._emits && how === generatorNext) {
          if (value instanceof Await) value = value.value;
          else if (!over) {
            this._innermost = call;
            return { value: new Emitted(value) as never, done: false };
          }
        }
        if (how === generatorNext && !(over && call._emits)) {
          try {
            const awaited = iteratorOf(value);
            if (awaited !== null) {
              // The return value of a function is awaited too, as its type says; only then the call is over.
              if (over) call._body = null;
              over = false;
              if (awaited instanceof Call) {
                if (awaited._state !== created) awaited._refuse();
                awaited._begin();
                awaited._caller = call;
                call = awaited;
                value = undefined;
                continue;
              }
              const result = awaited.next();
              if (result.done !== true) {
                call._awaited = awaited;
                this._innermost = call;
                return result;
              }
              value = result.value;
            }
          } catch (error) {
            value = error;
            how = generatorThrow;
          }
        }
      }
      if (over) {
        call._state = ended;
        if (call === this) {
          if (how === generatorThrow) throw value;
          return { value, done: true };
        }
        call = call._caller as Call;
      }
    }
  }
}

/** What an async function call is lowered to: a coroutine object; nothing of the body runs yet. */
export function __awaiter(
  self: unknown,
  args: ArrayLike<unknown> | undefined,
  _promise: unknown,
  body: BodyFunction,
): Coroutine<unknown> {
  return new Call(body, self, args, false);
}

class Await {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** What `await` is lowered to in an async generator, to tell it from `yield`. */
export function __await(value: unknown): unknown {
  return new Await(value);
}

/** What the call of an async generator function is lowered to. */
export function __asyncGenerator(
  self: unknown,
  args: ArrayLike<unknown> | undefined,
  body: BodyFunction,
): AsyncGeneratorObject<unknown> {
  return new AsyncGeneratorObject(new Call(body, self, args, true), body.name);
}

type Next = IteratorResult<unknown, unknown>;

/** The iterator of a `for await`; the items of a plain iterable are awaited. */
export function __asyncValues(iterable: AsyncIterable<unknown> | Iterable<unknown>): object {
  if (Symbol.asyncIterator in iterable) return iterable[Symbol.asyncIterator]();
  const iterator = iterable[Symbol.iterator]();
  return {
    next: () => new Routine('next', awaitItem(iterator.next())),
    return: (value: unknown) => new Routine('return', awaitItem(iterator.return?.(value) ?? { value, done: true })),
  };
}

function* awaitItem(result: Next): Coroutine<Next> {
  const awaited = result.done === true ? null : iteratorOf(result.value);
  return awaited === null ? result : { value: yield* awaited, done: false };
}

type Method = 'next' | 'throw' | 'return';

/**
 * What `yield*` in an async generator is lowered to: each call of a method of the inner iterator comes out twice, first to be
 * awaited, then as its outcome.
 */
export function __asyncDelegator(iterator: Record<Method, ((value: unknown) => unknown) | undefined>): object {
  let awaited = false;
  const pass = (method: Method, otherwise?: (value: unknown) => unknown): ((value: unknown) => unknown) | undefined => {
    if (iterator[method] === undefined) return otherwise;
    return (value) => {
      awaited = !awaited;
      if (awaited) return { value: __await(iterator[method]?.(value)), done: false };
      return otherwise === undefined ? value : otherwise(value);
    };
  };
  return {
    next: pass('next'),
    throw: pass('throw', (error) => {
      throw error;
    }),
    return: pass('return'),
    [Symbol.iterator](): object {
      return this;
    },
  };
}

/** The resources of one block, as TypeScript keeps them. */
type Resources = { readonly stack: Resource[]; error: unknown; hasError: boolean };
type Symbols = typeof Symbol.asyncDispose | typeof Symbol.dispose;
/** How to leave one: at once, or by awaiting the result of `leave`. */
type Resource = { readonly isAsync: boolean; readonly leave: (error: unknown) => unknown };

/**
 * What `using` and `await using` are lowered to. A context manager is entered here, if it does not wait for that; the helper that
 * leaves the block gets the body's error, so that `await using` means `async with`.
 */
export function __addDisposableResource<T>(resources: Resources, value: T, isAsync: boolean): T {
  if (value === null || value === undefined) return value;
  const manager = value as Partial<AsyncContextManager<unknown> & Record<Symbols, () => unknown>>;
  if (typeof manager.aexit === 'function') {
    if (!isAsync) throw new TypeError('Expected `await using` for an asynchronous context manager, but got `using`.');
    if (!(manager instanceof Entered)) enterAtOnce(manager as AsyncContextManager<unknown>);
    resources.stack.push({
      isAsync,
      leave: (error) => iterate((manager as AsyncContextManager<unknown>).aexit(error)),
    });
    return value;
  }
  const dispose = (isAsync ? manager[Symbol.asyncDispose] : undefined) ?? manager[Symbol.dispose];
  if (typeof dispose !== 'function') {
    throw new TypeError(`Expected a context manager or a disposable object, but got ${nameValue(value)}.`);
  }
  const leave = (): unknown => {
    const outcome = dispose.call(value);
    // The result of a method for disposing says nothing about the error.
    if (!isAsync || !isAwaitable(outcome)) return undefined;
    return new Routine('dispose', awaitOnly(outcome as Coroutine<unknown>));
  };
  resources.stack.push({ isAsync, leave });
  return value;
}

function enterAtOnce(manager: AsyncContextManager<unknown>): void {
  const entering = iterate(manager.aenter())[Symbol.iterator]();
  if (entering.next().done === true) return;
  entering.return(undefined);
  throw new TypeError(
    `Expected a context manager that does not wait on entry, but ${nameValue(manager)} does. Write \`await using held = await enter(…)\`.`,
  );
}

function* awaitOnly(awaitable: Coroutine<unknown>): Coroutine<void> {
  yield* awaitable;
}

/**
 * Leaves the resources of a block, last first. Those of `using` are left at once; if there is one of `await using`, the rest is
 * left by awaiting the result.
 */
export function __disposeResources(resources: Resources): Coroutine<void> | undefined {
  const { stack } = resources;
  while (stack.length > 0) {
    if (stack.at(-1)?.isAsync === true) return new Routine('disposeResources', leaveAll(resources));
    leaveNext(resources);
  }
  if (resources.hasError) throw resources.error;
  return undefined;
}

function* leaveAll(resources: Resources): Coroutine<void> {
  while (resources.stack.length > 0) {
    try {
      const exit = leaveNext(resources);
      if (isAwaitable(exit) && (yield* iterate(exit as AwaitableLike<unknown>))) resources.hasError = false;
    } catch (error) {
      resources.error = error;
      resources.hasError = true;
    }
  }
  if (resources.hasError) throw resources.error;
}

/** Leaves the last one; returns what has to be awaited. An error that it raises replaces the block's error. */
function leaveNext(resources: Resources): unknown {
  try {
    return resources.stack.pop()?.leave(resources.hasError ? resources.error : undefined);
  } catch (error) {
    resources.error = error;
    resources.hasError = true;
    return undefined;
  }
}

export { findAwaited };
