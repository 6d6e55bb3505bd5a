/*
 * `sleep(0)` is a bare suspension: one turn of the loop, no timer. It is one object shared by all: `yield*` asks for its iterator
 * immediately before the first `next`, so that a flag tells the beginning of a wait from its end.
 *
 * `sleep(1)` is a wait that is its own timer. As in asyncio it takes two iterations after the jump of the clock: in the first the
 * timer runs and puts the task on the ready queue, in the second the task goes on.
 */
import { oneTurn, type AwaitableCoroutine, type Suspension } from './coroutine.ts';
import { getRunningLoop } from './current.ts';
import { RuntimeError } from './errors.ts';
import { checkSeconds, type EventLoop, type LoopTimer } from './event-loop.ts';
import type { WaitTarget } from './observer.ts';
import { notAPromise, Wait } from './wait.ts';

/**
 * Suspends for `delay` seconds of loop time, then gives `result`. With 0 or less it gives way to the others for one iteration.
 *
 * @throws RangeError if the delay is not a number.
 */
export function sleep(delay: number): AwaitableCoroutine<void>;
export function sleep<T>(delay: number, result: T): AwaitableCoroutine<T>;
export function sleep<T>(delay: number, result?: T): AwaitableCoroutine<T | undefined> {
  checkSeconds('delay', delay);
  if (delay > 0) return new Sleep(delay, result);
  return result === undefined ? (sharedTurn as SharedTurn as AwaitableCoroutine<undefined>) : new Turn(result);
}

const turnOver: IteratorResult<Suspension, undefined> = { value: undefined, done: true };

class SharedTurn implements AwaitableCoroutine<undefined> {
  #begins = false;

  [Symbol.iterator](): this {
    this.#begins = true;
    return this;
  }

  next(): IteratorResult<Suspension, undefined> {
    if (!this.#begins) return turnOver;
    this.#begins = false;
    return oneTurn;
  }

  throw(error: unknown): never {
    throw error;
  }

  return(): IteratorResult<Suspension, undefined> {
    return turnOver;
  }

  then(): never {
    return notAPromise();
  }

  /** @internal A task that consists of it, and `gather`, need one of their own. */
  _fresh(): Turn<undefined> {
    return new Turn(undefined);
  }
}

const sharedTurn = /* @__PURE__ */ new SharedTurn();

/** One turn of the loop with a result. */
class Turn<T> implements AwaitableCoroutine<T> {
  #state = 0;
  readonly #result: T;

  constructor(result: T) {
    this.#result = result;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<Suspension, T> {
    if (this.#state === 2) throw new RuntimeError('cannot reuse already awaited coroutine');
    return this.#state++ === 0 ? oneTurn : { value: this.#result, done: true };
  }

  throw(error: unknown): never {
    this.#state = 2;
    throw error;
  }

  return(value: T): IteratorResult<Suspension, T> {
    this.#state = 2;
    return { value, done: true };
  }

  then(): never {
    return notAPromise();
  }
}

class Sleep<T> extends Wait<T> implements LoopTimer {
  declare readonly _delay: number;
  declare _loop: EventLoop | null;
  declare _when: number;
  declare _order: number;
  declare _scheduled: boolean;
  declare _cancelled: boolean;
  declare _timer: number;
  declare _seq: number;

  constructor(delay: number, result: T) {
    super(result);
    this._delay = delay;
    this._loop = null;
    this._when = 0;
    this._order = 0;
    this._scheduled = this._cancelled = false;
    this._timer = 0;
    this._seq = -1;
  }

  override _begin(): IteratorResult<Suspension, T> {
    const loop = (this._loop = getRunningLoop());
    this._when = loop._now + this._delay;
    loop._setTimer(this);
    return this._park();
  }

  /** The timer is due. */
  _run(): void {
    if (!this._cancelled && this._isPending()) this._wake();
  }

  override _resume(): IteratorResult<Suspension, T> {
    return this._finish();
  }

  override _abandon(): void {
    this._cancelled = true;
    this._loop?._timerCancelled(this);
  }

  _label(): string {
    return `sleep(${this._delay})`;
  }

  override _target(): WaitTarget {
    const sleeps = { what: 'sleep', label: this._label() } as const;
    return this._when === Infinity ? sleeps : { ...sleeps, until: this._when };
  }
}
