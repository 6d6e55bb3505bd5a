/*
 * A coroutine of the package itself: one of its generator functions, called. The wrapper says clearly what a bare generator would
 * keep quiet about: that it is awaited a second time, or by native async code.
 */
import {
  generatorNext,
  generatorReturn,
  generatorThrow,
  type AwaitableCoroutine,
  type Coroutine,
  type Suspension,
} from './coroutine.ts';
import { functionName } from './coroutine-name.ts';
import { RuntimeError } from './errors.ts';
import { notAPromise } from './wait.ts';

/** @internal */
export class Routine<T> implements AwaitableCoroutine<T> {
  declare readonly [functionName]: string;
  declare readonly _body: Generator<unknown, unknown, unknown>;
  declare _ended: boolean;

  constructor(name: string, body: Coroutine<T>) {
    this[functionName] = name;
    this._body = body as unknown as Generator<unknown, unknown, unknown>;
    this._ended = false;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(value?: unknown): IteratorResult<Suspension, T> {
    if (this._ended) throw new RuntimeError('cannot reuse already awaited coroutine');
    return this._took(generatorNext.call(this._body, value) as IteratorResult<Suspension, T>);
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    if (this._ended) throw new RuntimeError('cannot reuse already awaited coroutine');
    return this._took(generatorThrow.call(this._body, error) as IteratorResult<Suspension, T>);
  }

  return(value: T): IteratorResult<Suspension, T> {
    return this._took(generatorReturn.call(this._body, value) as IteratorResult<Suspension, T>);
  }

  then(): never {
    return notAPromise();
  }

  _took(result: IteratorResult<Suspension, T>): IteratorResult<Suspension, T> {
    if (result.done === true) this._ended = true;
    return result;
  }
}
