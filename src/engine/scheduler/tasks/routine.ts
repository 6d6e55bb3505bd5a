/*
 * A coroutine of the package itself: one of its generator functions, called. The wrapper reports what a bare generator would hide:
 * that it is awaited a second time, or by native async code.
 */
import { generatorNext, generatorReturn, generatorThrow, type Coroutine, type Suspension } from './coroutine.ts';
import { functionName } from './coroutine-name.ts';
import { CoroutineObject } from './coroutine-object.ts';
import { current } from '../loop/current.ts';
import { alreadyAwaited, alreadyExecuting } from '../errors.ts';

/** @internal */
export class Routine<T> extends CoroutineObject<T> {
  declare readonly [functionName]: string;
  declare readonly _body: Generator<unknown, unknown, unknown>;
  declare _state: number;

  constructor(name: string, body: Coroutine<T>) {
    super();
    current.checks?.made(this);
    this[functionName] = name;
    this._body = body as unknown as Generator<unknown, unknown, unknown>;
    this._state = created;
  }

  override next(value?: unknown): IteratorResult<Suspension, T> {
    return this._resume(generatorNext, value);
  }

  override throw(error: unknown): IteratorResult<Suspension, T> {
    return this._resume(generatorThrow, error);
  }

  override return(value: T): IteratorResult<Suspension, T> {
    current.checks?.begun(this);
    this._state = ended;
    return generatorReturn.call(this._body, value) as IteratorResult<Suspension, T>;
  }

  override _isOver(): boolean {
    return this._state === ended;
  }

  _resume(how: typeof generatorNext, value: unknown): IteratorResult<Suspension, T> {
    const state = this._state;
    if (state === ended) throw alreadyAwaited();
    if (state === running) throw alreadyExecuting();
    if (state === created) current.checks?.begun(this);
    this._state = running;
    let result: IteratorResult<Suspension, T>;
    try {
      result = how.call(this._body, value as never) as IteratorResult<Suspension, T>;
    } catch (error) {
      this._state = ended;
      throw error;
    }
    this._state = result.done === true ? ended : suspended;
    return result;
  }
}

const created = 0;
const suspended = 1;
const running = 2;
const ended = 3;
