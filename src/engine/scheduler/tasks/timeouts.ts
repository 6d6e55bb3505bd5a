/*
 * A timeout cancels the task inside it at its deadline, and on the way out turns the CancelledError into a TimeoutError:
 *
 *   created ──aenter──▶ active ──deadline: task.cancel()──▶ expiring ──aexit──▶ expired
 *                          └──────────────aexit──────────▶ finished
 *
 * The error is converted only if nothing else has asked the task to stop meanwhile: the count of requests, less the timeout's own,
 * must not be above what it was on entry.
 */
import type { AsyncContextManager } from '../iteration/async-with.ts';
import type { AwaitableCoroutine } from './coroutine.ts';
import { current, runningLoop } from '../loop/current.ts';
import { CancelledError, RuntimeError, TimeoutError } from '../errors.ts';
import { checkSeconds } from '../loop/check-seconds.ts';
import type { TaskContract } from '../loop/contracts.ts';
import type { Handle } from '../loop/handle.ts';
import { Settled } from './settled.ts';
import { notAPromise } from './coroutine-object.ts';

/**
 * A context that ends with a TimeoutError if it takes longer than `delay` seconds; null means no limit.
 *
 * @throws RangeError if the delay is not a number; RuntimeError outside of a run.
 * @see asyncio.timeouts.timeout
 */
export function timeout(delay: number | null | undefined): Timeout {
  const loop = runningLoop();
  if (delay === null || delay === undefined) return new Timeout(null);
  checkSeconds('delay', delay);
  return new Timeout(loop.time() + delay);
}

/**
 * `timeout` with the deadline as loop time, in seconds.
 *
 * @throws RangeError if it is not a number.
 * @see asyncio.timeouts.timeout_at
 */
export function timeoutAt(when: number | null | undefined): Timeout {
  return new Timeout(when ?? null);
}

/**
 * The context that `timeout` and `timeoutAt` make.
 *
 * @see asyncio.timeouts.Timeout
 */
export class Timeout implements AsyncContextManager<Timeout>, AsyncDisposable {
  #state: 'created' | 'active' | 'expiring' | 'expired' | 'finished' = 'created';
  #handle: Handle | null = null;
  #task: TaskContract | null = null;
  #cancelling = 0;
  #when: number | null;

  /** `when` is loop time in seconds, null no limit. @throws RangeError if it is not a number. */
  constructor(when: number | null) {
    if (when !== null) checkSeconds('time', when);
    this.#when = when;
  }

  /** The deadline as loop time in seconds, or null. */
  when(): number | null {
    return this.#when;
  }

  /** Moves the deadline to a loop time in seconds; null is no limit. @throws RuntimeError unless it is active. */
  reschedule(when: number | null): void {
    if (this.#state !== 'active') {
      throw new RuntimeError(
        this.#state === 'created' ? 'Timeout has not been entered' : `Cannot change state of ${this.#state} Timeout`,
      );
    }
    if (when !== null) checkSeconds('time', when);
    this.#when = when;
    this.#handle?.cancel();
    this.#handle = null;
    if (when === null) return;
    const loop = runningLoop();
    this.#handle =
      when <= loop.time() ? loop.callSoon(callbacks.timeout, this) : loop.callAt(when, callbacks.timeout, this);
  }

  /** Whether the deadline has passed while it was active. */
  expired(): boolean {
    return this.#state === 'expiring' || this.#state === 'expired';
  }

  /** Begins in the current task. @throws RuntimeError outside of a task, and the second time. */
  aenter(): AwaitableCoroutine<this> {
    if (this.#state !== 'created') throw new RuntimeError('Timeout has already been entered');
    const { task } = current;
    if (task === null) throw new RuntimeError('Timeout should be used inside a task');
    this.#state = 'active';
    this.#task = task;
    this.#cancelling = task.cancelling();
    this.reschedule(this.#when);
    return new Settled(this);
  }

  /** Ends; never swallows the error. @throws TimeoutError if the error is the cancellation that the deadline caused. */
  aexit(error: unknown): AwaitableCoroutine<false> {
    this.#handle?.cancel();
    this.#handle = null;
    if (this.#state === 'expiring') {
      this.#state = 'expired';
      const left = (this.#task as TaskContract).uncancel();
      if (left <= this.#cancelling && error instanceof CancelledError) throw new TimeoutError('', { cause: error });
    } else if (this.#state === 'active') this.#state = 'finished';
    return new Settled(false);
  }

  /** For the type only: `await using` is lowered to `aenter` and `aexit`. */
  [Symbol.asyncDispose](): never {
    return notAPromise();
  }

  /** @internal The deadline. */
  _expire(): void {
    this.#handle = null;
    (this.#task as TaskContract).cancel();
    this.#state = 'expiring';
  }
}

/** Records use the name for the callback. */
const callbacks = {
  timeout: (context: Timeout): void => {
    context._expire();
  },
};
