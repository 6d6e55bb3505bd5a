/*
 * `waitFor` is `timeout` around an await; there is no task in between. Only a time of 0 or less is different: then a coroutine
 * becomes a task and is canceled before it starts.
 */
import type { AwaitableCoroutine, AwaitableLike, Coroutine, Suspension } from './coroutine.ts';
import { ensureFuture, iterate } from './ensure-future.ts';
import { CancelledError, TimeoutError } from '../errors.ts';
import { checkSeconds } from '../loop/check-seconds.ts';
import type { Future } from './future.ts';
import { Routine } from './routine.ts';
import { timeout } from './timeouts.ts';
import { FuturesWait, type DoneAndPending } from './wait-futures.ts';

/**
 * Waits for one awaitable at most `delay` seconds; null means no limit. When the time is up, the awaitable is canceled.
 *
 * @throws TimeoutError (awaited); TypeError if it cannot be awaited; RangeError if the delay is not a number.
 * @see asyncio.tasks.wait_for
 */
export function waitFor<T>(awaitable: AwaitableLike<T>, delay: number | null | undefined): AwaitableCoroutine<T> {
  const limit = delay ?? null;
  if (limit !== null) checkSeconds('timeout', limit);
  iterate(awaitable);
  return new Routine('waitFor', limit !== null && limit <= 0 ? onlyIfDone(awaitable) : awaitInTime(awaitable, limit));
}

function* awaitInTime<T>(awaitable: AwaitableLike<T>, limit: number | null): Coroutine<T> {
  const context = timeout(limit);
  context.aenter();
  let result: T;
  try {
    result = yield* iterate(awaitable);
  } catch (error) {
    context.aexit(error);
    throw error;
  }
  context.aexit(undefined);
  return result;
}

function* onlyIfDone<T>(awaitable: AwaitableLike<T>): Coroutine<T> {
  const future = ensureFuture(awaitable);
  if (future.done()) return future.result();
  yield* new CancelAndWait(future);
  try {
    return future.result();
  } catch (error) {
    throw error instanceof CancelledError ? new TimeoutError('', { cause: error }) : error;
  }
}

/** It waits before it cancels, so that the cancellation is what makes the waiting task ready. */
class CancelAndWait extends FuturesWait<Future> {
  readonly #future: Future;

  constructor(future: Future) {
    super([future], null, 'ALL_COMPLETED', 'waitFor');
    this.#future = future;
  }

  override _begin(): IteratorResult<Suspension, DoneAndPending<Future>> {
    const parked = super._begin();
    this.#future.cancel();
    return parked;
  }

  /** asyncio only drops the waiter. */
  override _progress(): undefined {
    return undefined;
  }
}
