import { checkSeconds } from '../loop/check-seconds.ts';
import type { Callback } from '../loop/contracts.ts';
import { runningLoop } from '../loop/current.ts';
import type { EventLoop } from '../loop/event-loop.ts';
import { nameValue } from '../name-value.ts';
import type { AwaitableCoroutine, Coroutine } from '../tasks/coroutine.ts';
import { Future } from '../tasks/future.ts';
import { RuntimeError } from '../errors.ts';
import { Routine } from '../tasks/routine.ts';
import { ThreadCall } from './thread-call.ts';
import { ThreadPool } from './thread-pool.ts';

/**
 * Calls `work(...args)`, a function that blocks for `seconds`, in a thread, so that the other tasks continue; returns its result.
 * The function runs from start to end when its seconds are over, with no loop running, in a copy of the current context. The pool
 * has twelve threads, and further calls wait for one. Canceling stops a call that waits, but not one that has begun.
 *
 * @throws what the function throws (awaited); RuntimeError (awaited) once the run waits for its threads to end; TypeError if it is not
 *   a function; RangeError if it is not a number of seconds from 0.
 * @see asyncio.threads.to_thread
 */
export function toThread<A extends unknown[], T>(
  work: (...args: A) => T,
  seconds: number,
  ...args: A
): AwaitableCoroutine<T> {
  if (typeof work !== 'function') throw new TypeError(`Expected a function, but got ${nameValue(work)}.`);
  checkSeconds('time', seconds);
  if (seconds < 0 || seconds === Infinity) {
    throw new RangeError(`Expected a time from 0 seconds that ends, but got ${seconds}.`);
  }
  return new Routine('toThread', callInThread(work, seconds, args));
}

function* callInThread<A extends unknown[], T>(work: (...args: A) => T, seconds: number, args: A): Coroutine<T> {
  const loop = runningLoop() as unknown as EventLoop;
  if (loop._refusesThreads) throw new RuntimeError('Executor shutdown has been called');
  const call = new ThreadCall(loop, work, seconds, args);
  const pool = (loop._threads ?? new ThreadPool(loop)) as ThreadPool;
  pool._submit(call);
  return yield* futureOf<T>(call, loop);
}

/**
 * asyncio's `wrap_future`: a future of the loop that is done soon after the call, and that passes its cancellation on to the call. A
 * call that ends after its loop was closed informs nobody.
 */
function futureOf<T>(call: ThreadCall, loop: EventLoop): Future<T> {
  const future = new Future<T>(loop);
  future._append(
    link(() => {
      if (future.cancelled()) call.cancel();
    }),
  );
  const finish = link(() => {
    const { _outcome: outcome } = call;
    if (future.done() || outcome === undefined) return;
    if ('error' in outcome) future._setException(outcome.error);
    else future._setResult(outcome.value as T);
  });
  call._onDone(() => {
    if (!loop._closed) loop._schedule(finish, undefined);
  });
  return future;
}

/** A callback between the two. */
const link = (run: () => void): Callback => ({ _run: run, _label: () => 'wrapFuture' });
