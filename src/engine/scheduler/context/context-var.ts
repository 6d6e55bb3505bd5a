/*
 * Context variables (PEP 567): a global name with a value of its own in each task. The three classes need each other: a variable puts
 * its value into a context, a token says which variable was set in which context, and a context finds values by variable.
 *
 * A copy of a context shares the map of its original until one of them is written to: copying takes the same time however many
 * variables are set, and the first `set` after it copies the map, in time proportional to their number. Later ones do not.
 *
 * Generators have no context of their own: what a generator sets is set in the code that resumes it (PEP 568 would have changed
 * that).
 */
import { LookupError, RuntimeError } from '../errors.ts';
import { contextHolder } from '../loop/current.ts';
import { nameValue } from '../name-value.ts';
import type { Handle } from '../loop/handle.ts';
import type { Task } from '../tasks/task.ts';
import { entered, type ContextContract, type ContextHolder, type Covered } from './holder.ts';

const missing: unique symbol = /* @__PURE__ */ Symbol('Token.MISSING');

/**
 * A variable with a value of its own in each context, and so in each task.
 *
 * @see PEP 567, contextvars.ContextVar
 */
export class ContextVar<T> {
  /** Its name, for tools that show a program's state. */
  declare readonly name: string;
  /** The result of `get` if it is not set; empty if there is no default. */
  declare readonly _default: readonly T[];

  /** @throws TypeError if the name is not a string. */
  constructor(name: string, options?: { readonly default: T }) {
    if (typeof name !== 'string') throw new TypeError(`Expected a name, but got ${nameValue(name)}.`);
    this.name = name;
    this._default = options !== undefined && 'default' in options ? [options.default] : [];
  }

  /**
   * Its value in the current context, or else the fallback, or else its default.
   *
   * @throws LookupError if there is none of these.
   */
  get(): T;
  get<D>(fallback: D): T | D;
  get(...fallback: unknown[]): unknown {
    const values = (contextHolder()._context as Context | null)?._values;
    if (values?.has(this) === true) return values.get(this);
    const otherwise = [...fallback, ...this._default];
    if (otherwise.length > 0) return otherwise[0];
    throw new LookupError(
      `Expected a value of the context variable '${this.name}', but got none. Set it, or call get(fallback).`,
    );
  }

  /** Sets it in the current context; the token restores the earlier value. */
  set(value: T): Token<T> {
    const holder = contextHolder();
    const context = (holder._context ??= new Context()) as unknown as Context;
    const token = new Token(this, context.get(this, missing), context);
    context._write().set(this, value);
    return token;
  }

  /**
   * Restores the value that it had before the `set` that made the token, or no value.
   *
   * @throws RuntimeError if the token was used; RangeError (Python's ValueError) if another variable made it, or this one in another
   *   context; TypeError if it is not a token.
   */
  reset(token: Token<T>): void {
    if (!(token instanceof Token)) throw new TypeError(`Expected a Token, but got ${nameValue(token)}.`);
    const which = `The token of '${token.var.name}'`;
    if (token._used) throw new RuntimeError(`${which} has already been used once`);
    if (token.var !== this) throw new RangeError(`${which} was created by a different ContextVar`);
    if (token._context !== contextHolder()._context)
      throw new RangeError(`${which} was created in a different Context`);
    token._used = true;
    const values = token._context._write();
    if (token.oldValue === missing) values.delete(this);
    else values.set(this, token.oldValue);
  }
}

/**
 * What `set` returns: restores the variable's value before that, with `reset`, or at the end of a block with `using`.
 *
 * @see PEP 567, contextvars.Token
 */
export class Token<T> implements Disposable {
  /** The variable that was set. */
  declare readonly var: ContextVar<T>;
  /** Its value before; `Token.MISSING` if it had none. */
  declare readonly oldValue: T | typeof missing;
  declare readonly _context: Context;
  declare _used: boolean;

  /** @internal */
  constructor(variable: ContextVar<T>, oldValue: T | typeof missing, context: Context) {
    this.var = variable;
    this.oldValue = oldValue;
    this._context = context;
    this._used = false;
  }

  /** The `oldValue` of a variable that was not set. */
  static get MISSING(): typeof missing {
    return missing;
  }

  /** `reset`, for `using`. @throws what that throws. */
  [Symbol.dispose](): void {
    this.var.reset(this);
  }
}

/**
 * The values of context variables: those of a task, or those for a call of `run`. The variables read and write it; from outside, a
 * context looks like a mapping of Python's, whose iterator yields the variables.
 *
 * @see PEP 567, contextvars.Context
 */
export class Context implements ContextContract, ContextHolder {
  declare _values: Map<ContextVar<unknown>, unknown>;
  /** Whether another context, or an iterator, uses the same map. */
  declare _shared: boolean;

  /** An empty context; `copyContext` makes a copy of the current one. */
  constructor() {
    this._values = new Map();
    this._shared = false;
  }

  /** How many variables are set in it. */
  get size(): number {
    return this._values.size;
  }

  /** The value of a variable, or the fallback; its default does not count. @throws TypeError for anything but a variable. */
  get<T>(variable: ContextVar<T>): T | undefined;
  get<T, D>(variable: ContextVar<T>, fallback: D): T | D;
  get(variable: ContextVar<unknown>, fallback?: unknown): unknown {
    return this.has(variable) ? this._values.get(variable) : fallback;
  }

  /** Whether a variable is set in it. @throws TypeError for anything but a variable. */
  has(variable: ContextVar<unknown>): boolean {
    if (variable instanceof ContextVar) return this._values.has(variable);
    throw new TypeError(`Expected a ContextVar, but got ${nameValue(variable)}.`);
  }

  /** The variables that are set, in the order in which they were first set. */
  keys(): IterableIterator<ContextVar<unknown>> {
    return this._read().keys();
  }

  /** Their values. */
  values(): IterableIterator<unknown> {
    return this._read().values();
  }

  /** Pairs of a variable and its value. */
  entries(): IterableIterator<[ContextVar<unknown>, unknown]> {
    return this._read().entries();
  }

  /** The variables, as in Python. */
  [Symbol.iterator](): IterableIterator<ContextVar<unknown>> {
    return this.keys();
  }

  /** Another context with the same values. */
  copy(): Context {
    const copy = new Context();
    copy._values = this._read();
    copy._shared = true;
    return copy;
  }

  /**
   * Calls `callback(...args)` in this context and returns its result. What the call sets is set here, and stays.
   *
   * @throws RuntimeError if something already runs in this context.
   */
  run<A extends unknown[], R>(callback: (...args: A) => R, ...args: A): R {
    this._checkFree();
    const { _inside: inside, _covered: covered } = entered;
    entered._covered = { _holder: contextHolder(), _before: covered };
    entered._inside = this;
    try {
      return callback(...args);
    } finally {
      entered._covered = covered;
      entered._inside = inside;
    }
  }

  /** @internal */
  _inherit(): Context | null {
    return this._values.size === 0 ? null : this.copy();
  }

  /** @internal The context of a running task or callback is entered too, and so is the one in which a loop was run. */
  _checkFree(): void {
    let at: Covered | null = { _holder: contextHolder(), _before: entered._covered };
    for (; at !== null; at = at._before) {
      if (at._holder._context === this) throw new RuntimeError('cannot enter context: it is already entered');
    }
  }

  /** @internal Of what it holds, as of any holder. */
  get _context(): this {
    return this;
  }

  /** @internal The map, for a caller that keeps it. */
  _read(): Map<ContextVar<unknown>, unknown> {
    this._shared = true;
    return this._values;
  }

  /** @internal The map, for a caller that writes to it. */
  _write(): Map<ContextVar<unknown>, unknown> {
    if (this._shared) {
      this._values = new Map(this._values);
      this._shared = false;
    }
    return this._values;
  }
}

/**
 * A copy of the current context.
 *
 * @see PEP 567, contextvars.copy_context
 */
export function copyContext(): Context {
  return (contextHolder()._context as Context | null)?.copy() ?? new Context();
}

/**
 * The context that a task or a scheduled callback runs in: a function, so that programs without contexts need not load it.
 *
 * @see asyncio.tasks.Task.get_context, asyncio.events.Handle.get_context
 */
export function getContext(of: Task | Handle): Context {
  return (of._context ??= new Context()) as unknown as Context;
}
