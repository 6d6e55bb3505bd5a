/* Futures in order of completion: each puts itself on a queue, and each round of the loop over them takes one off. */
import type { AnyAsyncIterable } from '../iteration/async-iterable.ts';
import type { AwaitableCoroutine, AwaitableLike, Coroutine, ResultOf } from './coroutine.ts';
import { runningLoop } from '../loop/current.ts';
import { ensureFutureOn, listAwaitables } from './ensure-future.ts';
import { TimeoutError } from '../errors.ts';
import { checkSeconds } from '../loop/check-seconds.ts';
import type { Callback } from '../loop/contracts.ts';
import type { Future } from './future.ts';
import type { Progress } from '../loop/ready-queue.ts';
import type { TimerHandle } from '../loop/handle.ts';
import { Queue } from '../sync/queue.ts';
import { Routine } from './routine.ts';

/**
 * Runs awaitables concurrently and yields them as they finish: `for (const next of asCompleted(…)) yield* next` gives results, and
 * `for await (const future of asCompleted(…))` the futures themselves, with tasks unchanged. After `timeout` seconds the next await
 * raises a TimeoutError; the awaitables continue.
 *
 * @throws TypeError if it is not an iterable of awaitables; RuntimeError outside of a run.
 * @see asyncio.tasks.as_completed
 */
export function asCompleted<A extends AwaitableLike<unknown>>(
  awaitables: Iterable<A>,
  options: { readonly timeout?: number | null | undefined } = {},
): AsCompleted<ResultOf<A>> {
  const { timeout = null } = options;
  if (timeout !== null) checkSeconds('timeout', timeout);
  return new AsCompleted<ResultOf<A>>(
    listAwaitables(awaitables as Iterable<AwaitableLike<unknown>>) as AwaitableLike<ResultOf<A>>[],
    timeout,
  );
}

/**
 * What `asCompleted` returns; either way of iterating takes from the same sequence.
 *
 * @see asyncio.tasks._AsCompletedIterator
 */
export class AsCompleted<T> implements IterableIterator<AwaitableCoroutine<T>>, AnyAsyncIterable<Future<T>>, Callback {
  readonly #done: CompletionQueue<Future<T> | null>;
  readonly #todo: Set<Future<T>>;
  readonly #timer: TimerHandle | null;
  #left: number;

  /** @internal */
  constructor(awaitables: readonly AwaitableLike<T>[], timeout: number | null) {
    const loop = runningLoop();
    this.#done = new CompletionQueue();
    this.#todo = new Set();
    for (const awaitable of distinct(awaitables)) this.#todo.add(ensureFutureOn(loop, awaitable));
    for (const future of this.#todo) future._addCallback(this);
    this.#left = this.#todo.size;
    this.#timer =
      this.#left > 0 && timeout !== null
        ? loop.callLater(timeout, callbacks.asCompleted, this as unknown as AsCompleted<never>)
        : null;
  }

  /** Itself; yields an awaitable for each result. */
  [Symbol.iterator](): this {
    return this;
  }

  /** The next to finish, as an awaitable of its result. */
  next(): IteratorResult<AwaitableCoroutine<T>, undefined> {
    if (this.#left === 0) return { value: undefined, done: true };
    this.#left--;
    return { value: new Routine('asCompleted', this.#nextResult()), done: false };
  }

  /** Yields the futures themselves. */
  [Symbol.asyncIterator](): { next(): AwaitableCoroutine<IteratorResult<Future<T>, undefined>> } {
    return { next: () => new Routine('asCompleted', this.#nextFuture()) };
  }

  /** @internal One of them is done. */
  _run(future: Future): void {
    if (!this.#todo.delete(future as Future<T>)) return;
    this.#done.putNowait(future as Future<T>);
    if (this.#todo.size === 0) this.#timer?.cancel();
  }

  /** @internal */
  _timeIsUp(): void {
    for (const future of this.#todo) {
      future._removeCallbacks((callback) => callback === this);
      this.#done.putNowait(null);
    }
    this.#todo.clear();
  }

  /** @internal */
  _label(): string {
    return 'asCompleted';
  }

  /** @internal */
  _progress(): Progress {
    return { left: Math.max(this.#todo.size - 1, 0) };
  }

  *#nextResult(): Coroutine<T> {
    return (yield* this.#take()).result();
  }

  *#nextFuture(): Coroutine<IteratorResult<Future<T>, undefined>> {
    if (this.#left === 0) return { value: undefined, done: true };
    this.#left--;
    return { value: yield* this.#take(), done: false };
  }

  *#take(): Coroutine<Future<T>> {
    const future = yield* this.#done.get();
    if (future === null) throw new TimeoutError();
    return future;
  }
}

/** It is internal: records say only that a task waits for `asCompleted`. */
class CompletionQueue<T> extends Queue<T> {
  override _kind(): string {
    return 'asCompleted';
  }

  override _waitKind(): 'wait' {
    return 'wait';
  }

  override _isPublic(): boolean {
    return false;
  }
}

/** The same future given twice counts once. The result of `sleep(0)` is a shared object, but means a new wait each time. */
function distinct<T>(awaitables: readonly AwaitableLike<T>[]): AwaitableLike<T>[] {
  const seen = new Set<unknown>();
  return awaitables.filter((each) => '_fresh' in each || (!seen.has(each) && seen.add(each)));
}

/** Records use the name for the callback. */
const callbacks = {
  asCompleted: (iterator: AsCompleted<never>): void => {
    iterator._timeIsUp();
  },
};
