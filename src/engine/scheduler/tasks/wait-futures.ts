/* `wait` only observes futures: it neither raises their exceptions, nor cancels them when it is canceled or its time is up. */
import { functionName } from './coroutine-name.ts';
import type { AwaitableCoroutine, Suspension } from './coroutine.ts';
import { current, runningLoop } from '../loop/current.ts';
import { nameValue } from '../name-value.ts';
import { listAwaitables } from './ensure-future.ts';
import { checkSeconds } from '../loop/check-seconds.ts';
import type { Callback, TaskContract } from '../loop/contracts.ts';
import { Future } from './future.ts';
import type { TimerHandle } from '../loop/handle.ts';
import type { Progress } from '../loop/ready-queue.ts';
import type { WaitTarget } from '../observe/observer.ts';
import { Wait } from './wait.ts';

/** When `wait` returns. */
export type ReturnWhen = 'FIRST_COMPLETED' | 'FIRST_EXCEPTION' | 'ALL_COMPLETED';

/** Options of `wait`; `timeout` in seconds, null for none. */
export type WaitOptions = {
  readonly timeout?: number | null | undefined;
  readonly returnWhen?: ReturnWhen | undefined;
};

/** Futures by whether they are done, in the order in which they were given. */
export type DoneAndPending<F> = { readonly done: Set<F>; readonly pending: Set<F> };

/**
 * Waits until the futures or tasks are done, or the first of them is, or the time is up.
 *
 * @throws TypeError for anything but futures and tasks; RangeError if there are none, and for wrong options.
 * @see asyncio.tasks.wait
 */
export function wait<F extends Future>(
  futures: Iterable<F>,
  options: WaitOptions = {},
): AwaitableCoroutine<DoneAndPending<F>> {
  const { timeout = null, returnWhen = 'ALL_COMPLETED' } = options;
  const all = [...new Set(listAwaitables(futures))];
  if (all.length === 0) throw new RangeError('Expected at least one future, but got none.');
  if (!returnConditions.includes(returnWhen)) {
    throw new RangeError(
      `Expected returnWhen to be one of ${returnConditions.join(', ')}, but got ${nameValue(returnWhen)}.`,
    );
  }
  for (const future of all) {
    if (future instanceof Future) continue;
    throw new TypeError(`Expected futures and tasks, but got ${nameValue(future)}. Make it a task with createTask.`);
  }
  if (timeout !== null) checkSeconds('timeout', timeout);
  return new FuturesWait(all, timeout, returnWhen, 'wait');
}

const returnConditions: readonly ReturnWhen[] = ['FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'];

/** @internal */
export class FuturesWait<F extends Future> extends Wait<DoneAndPending<F>> implements Callback {
  readonly #futures: readonly F[];
  readonly #timeout: number | null;
  readonly #returnWhen: ReturnWhen;
  readonly #name: string;
  #missing: number;
  #timer: TimerHandle | null = null;

  constructor(futures: readonly F[], timeout: number | null, returnWhen: ReturnWhen, name: string) {
    super({ done: new Set(), pending: new Set() });
    current.checks?.made(this);
    this.#futures = futures;
    this.#missing = futures.length;
    this.#timeout = timeout;
    this.#returnWhen = returnWhen;
    this.#name = name;
  }

  get [functionName](): string {
    return this.#name;
  }

  override _advance(wasWoken: boolean): IteratorResult<Suspension, DoneAndPending<F>> {
    return wasWoken ? this._sort() : this._begin();
  }

  _begin(): IteratorResult<Suspension, DoneAndPending<F>> {
    const loop = runningLoop();
    if (this.#timeout !== null) this.#timer = loop.callLater(this.#timeout, callbacks.wait, this);
    const parked = this._park();
    for (const future of this.#futures) future._addCallback(this);
    return parked;
  }

  /** One of the futures is done. */
  _run(future: Future): void {
    this.#missing--;
    const isEnough =
      this.#missing <= 0 ||
      this.#returnWhen === 'FIRST_COMPLETED' ||
      (this.#returnWhen === 'FIRST_EXCEPTION' && !future.cancelled() && future.exception() !== null);
    if (!isEnough) return;
    this.#timer?.cancel();
    this._timeIsUp();
  }

  _timeIsUp(): void {
    if (this._takesCancel()) this._wake();
  }

  /** Which futures are done and which are not. */
  _sort(): IteratorResult<Suspension, DoneAndPending<F>> {
    this._abandon();
    const { done, pending } = this._value as DoneAndPending<F>;
    for (const future of this.#futures) (future.done() ? done : pending).add(future);
    return this._finish();
  }

  override _abandon(): void {
    this.#timer?.cancel();
    for (const future of this.#futures) future._removeCallbacks((callback) => callback === this);
  }

  get _awaiter(): TaskContract | null {
    return this._task;
  }

  _label(): string {
    return 'wait';
  }

  _progress(): Progress | undefined {
    return { left: Math.max(this.#missing - 1, 0) };
  }

  override _target(): WaitTarget {
    return { what: 'wait', label: this.#name };
  }
}

/** Records use the name for the callback. */
const callbacks = {
  wait: (waits: FuturesWait<Future>): void => {
    waits._timeIsUp();
  },
};
