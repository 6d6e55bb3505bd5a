/*
 * `sleep(0)` is a bare suspension: one turn of the loop, no timer. It is one object shared by all: `yield*` asks for its iterator
 * immediately before the first `next`, so that a flag tells the beginning of a wait from its end.
 *
 * `sleep(1)` is a wait that is its own timer. As in asyncio it takes two iterations after the jump of the clock: in the first the
 * timer runs and puts the task on the ready queue, in the second the task continues.
 */
import { functionName } from '../tasks/coroutine-name.ts';
import type { AwaitableCoroutine, Suspension } from '../tasks/coroutine.ts';
import { CoroutineObject } from '../tasks/coroutine-object.ts';
import { current, runningLoop } from './current.ts';
import { alreadyAwaited } from '../errors.ts';
import { checkSeconds } from './check-seconds.ts';
import type { LoopContract } from './contracts.ts';
import type { LoopTimer } from './handle.ts';
import { oneTurn } from '../tasks/suspended.ts';
import { timeAfter } from './time-after.ts';
import type { WaitTarget } from '../observe/observer.ts';
import { Wait } from '../tasks/wait.ts';

/**
 * Suspends for `delay` seconds of loop time, then returns `result`. With 0 or less it lets other tasks run for one iteration.
 *
 * @throws RangeError if the delay is not a number.
 * @see asyncio.tasks.sleep
 */
export function sleep(delay: number): AwaitableCoroutine<void>;
export function sleep<T>(delay: number, result: T): AwaitableCoroutine<T>;
export function sleep<T>(delay: number, result?: T): AwaitableCoroutine<T | undefined> {
  checkSeconds('delay', delay);
  if (delay > 0) return new Sleep(delay, result);
  // With checks one of its own, so that it can be missed.
  return result === undefined && current.checks === null ? sharedTurn : new Turn(result);
}

const turnOver: IteratorResult<Suspension, undefined> = { value: undefined, done: true };

class SharedTurn extends CoroutineObject<undefined> {
  #begins = false;

  override [Symbol.iterator](): this {
    this.#begins = true;
    return this;
  }

  override next(): IteratorResult<Suspension, undefined> {
    if (!this.#begins) return turnOver;
    this.#begins = false;
    return oneTurn;
  }

  /** @internal A task that consists of it, and `gather`, need one of their own. */
  _fresh(): Turn<undefined> {
    return new Turn(undefined);
  }
}

const sharedTurn = /* @__PURE__ */ new SharedTurn();

/** One turn of the loop with a result. */
class Turn<T> extends CoroutineObject<T> {
  #state = 0;
  readonly #result: T;

  constructor(result: T) {
    super();
    current.checks?.made(this);
    this.#result = result;
  }

  get [functionName](): string {
    return 'sleep';
  }

  override next(): IteratorResult<Suspension, T> {
    if (this.#state === 2) throw alreadyAwaited();
    current.checks?.begun(this);
    return this.#state++ === 0 ? oneTurn : { value: this.#result, done: true };
  }

  override throw(error: unknown): never {
    current.checks?.begun(this);
    this.#state = 2;
    throw error;
  }

  override return(value: T): IteratorResult<Suspension, T> {
    current.checks?.begun(this);
    this.#state = 2;
    return { value, done: true };
  }
}

class Sleep<T> extends Wait<T> implements LoopTimer {
  declare readonly _delay: number;
  declare _loop: LoopContract | null;
  declare _when: number;
  declare _order: number;
  declare _scheduled: boolean;
  declare _cancelled: boolean;
  declare _timer: number;
  declare _seq: number;

  constructor(delay: number, result: T) {
    super(result);
    current.checks?.made(this);
    this._delay = delay;
    this._loop = null;
    this._when = 0;
    this._order = 0;
    this._scheduled = this._cancelled = false;
    this._timer = 0;
    this._seq = -1;
  }

  get [functionName](): string {
    return 'sleep';
  }

  override _advance(wasWoken: boolean): IteratorResult<Suspension, T> {
    if (wasWoken) return this._finish();
    const loop = (this._loop = runningLoop());
    this._when = timeAfter(loop._now, this._delay);
    loop._setTimer(this);
    return this._park();
  }

  /** The timer is due. */
  _run(): void {
    if (this._takesCancel()) this._wake();
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
